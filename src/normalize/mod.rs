//! Folding of spelling variants.
