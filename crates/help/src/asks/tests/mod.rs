//! Stories about asking and answering, told in the village.

mod anonymous;
mod links;
mod races;
mod rules;
mod story;

use dure_domain::{HelperKind, Id, Subject};
use dure_store::{Actor, Record};
use dure_tables::{mails, people};
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link, without_mail};
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use crate::testing::Housed as _;
use crate::testing::asked::*;
