//! Stories about founding groups, told in the village and by firms that are new to it.

mod answers;
mod brought;
mod moves;
mod opening;
mod races;
mod requests;

use dure_domain::{FirmId, FoundingId, GroupId};
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link};
use dure_web::testing::village::Village;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::actions::{Joining, Opening, OpeningGroup};
use super::store;
use crate::testing::Housed as _;
use crate::testing::founding::*;
