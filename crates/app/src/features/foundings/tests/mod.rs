//! Stories about founding groups, told in the village.

mod opening;
