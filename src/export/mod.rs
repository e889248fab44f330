//! Documents in the formats that other tools read.

mod conll;
mod json;

pub use conll::conll;
pub use json::json;
