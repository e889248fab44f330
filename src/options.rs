//! What a host may choose for one text.

use serde::Deserialize;

use crate::tag::Date;

/// Choices for the annotation of one text.
///
/// ```
/// let mut options = tawsim::Options::default();
/// options.date = Some("2021-08-04".parse()?);
/// options.values = false;
/// # Ok::<(), tawsim::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Options {
    /// The day the text was written, which relative dates («أمس») are counted from; without it they have no value.
    pub date: Option<Date>,
    /// Whether to find names: `PERS`, `LOC`, `ORG`, `MISC`.
    pub names: bool,
    /// Whether to find roles and groups: `OCC`, `NORP`, `EVENT`, `FAC`, `LAW`.
    pub roles: bool,
    /// Whether to find dates, times, amounts and numbers.
    pub values: bool,
    /// Whether to find links, e-mail addresses, hashtags and handles.
    pub technical: bool,
    /// Whether to tell which names are the same thing's, and which roles are whose.
    pub clusters: bool,
    /// What to do with the tagger's uncertain names.
    pub preset: Preset,
}

impl Options {
    /// The types that names may stand inside: «قائد فيلق القدس».
    pub(crate) const HOLDERS: [&str; 4] = ["OCC", "EVENT", "FAC", "LAW"];

    /// Whether entities of this type are to be found. A type of the host's own always is.
    pub(crate) fn wants(&self, kind: &str) -> bool {
        match kind {
            "PERS" | "LOC" | "ORG" | "MISC" => self.names,
            "OCC" | "NORP" | "EVENT" | "FAC" | "LAW" => self.roles,
            "URL" | "EMAIL" | "HASHTAG" | "HANDLE" => self.technical,
            "DATE" | "TIME" | "MONEY" | "PERCENT" | "QUANTITY" | "CARDINAL" | "ORDINAL" => self.values,
            _ => true,
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            date: None,
            names: true,
            roles: true,
            values: true,
            technical: true,
            clusters: true,
            preset: Preset::Balanced,
        }
    }
}

/// Where the tagger's uncertain names go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Preset {
    /// The best balance of precision and recall.
    #[default]
    Balanced,
    /// Fewer wrong names, more missed ones: for publishing without a review.
    Precision,
    /// Fewer missed names, more wrong ones: for a reviewer who rejects.
    Recall,
}
