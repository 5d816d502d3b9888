//! Stories about closing, worth, and the account, told in the village.

mod account;
mod loop_story;
mod races;
mod rules;
mod worth;

use axum::http::StatusCode;
use dure_tables::{give_and_take, settlements};
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;
use crate::testing::asked::{ask_plater, now, request_to, rust_on_brackets, told};
use crate::testing::helped::*;

/// Every statement there is.
pub async fn statements(test: &TestApp) -> Vec<settlements::Model> {
    settlements::Entity::find().all(test.app.store.read()).await.expect("statements")
}

/// Every entry there is.
pub async fn entries(test: &TestApp) -> Vec<give_and_take::Model> {
    give_and_take::Entity::find().all(test.app.store.read()).await.expect("entries")
}
