//! How a firm is named to the tax office and reached: business number, telephone, e-mail.

mod business_number;
mod email;
mod phone;

pub use business_number::{BadBusinessNumber, BusinessNumber};
pub use email::{BadEmail, Email};
pub use phone::{BadPhone, Phone};

/// Conversions that let a type be stored and sent as its text.
macro_rules! as_text {
    ($name:ident, $error:ident) => {
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }
    };
}
use as_text;
