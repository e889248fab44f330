//! The notations that the formats are written in: JSON and markup, both ways.

mod json;
mod markup;
mod put;

pub(super) use json::{Json, quote};
pub(super) use markup::{Escape, Markup, Piece, attribute, escape, hexadecimal};
pub(super) use put::{Put, decimal, parse_decimal};
