//! The link of a letter that tells what was said: to answer it without signing in.

use dure_domain::{CommentId, PersonId};
use dure_web::one_tap::OneTap;

/// Answering a comment, as the person to whom the letter was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply;

impl OneTap for Reply {
    type To = (CommentId, PersonId);
    const DAYS: i64 = 14;

    fn path(self) -> &'static str {
        "/comments/reply/{token}"
    }

    fn purpose(self) -> &'static str {
        "comment.reply"
    }
}
