//! Every table as a SeaORM entity, one file each. Entities hold columns and nothing else: no JSON,
//! no permissions, no rules. Columns, constraints and indexes are written in `migrations/`; what a
//! column means is said there once.
#![allow(missing_docs)]

pub mod acts;
pub mod appointments;
pub mod asks;
pub mod audit;
pub mod cases;
pub mod changes;
pub mod comment_versions;
pub mod comments;
pub mod data_access;
pub mod difficulties;
pub mod difficulty_events;
pub mod draft_firms;
pub mod draft_groups;
pub mod draft_pairs;
pub mod drafts;
pub mod experts;
pub mod federation_settings;
pub mod federations;
pub mod files;
pub mod firm_pairs;
pub mod firms;
pub mod foundings;
pub mod give_and_take;
pub mod group_request_firms;
pub mod group_requests;
pub mod groups;
pub mod imports;
pub mod invitations;
pub mod jobs;
pub mod joining_reasons;
pub mod mails;
pub mod meeting_replies;
pub mod meetings;
pub mod memberships;
pub mod notice_ways;
pub mod people;
pub mod programmes;
pub mod rate_limits;
pub mod resources;
pub mod sessions;
pub mod settings;
pub mod settlements;
pub mod sign_in_links;
pub mod tokens;
