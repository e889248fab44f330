//! The one error type of the crate.

use std::fmt;

/// What went wrong, with a stable [`code`](Error::code) to match on and a sentence that says what to do.
///
/// ```
/// use tawsim::Model;
/// let error = Model::read(b"not a model").unwrap_err();
/// assert_eq!(error.code(), "model_magic");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    ModelMagic,
    ModelVersion,
    ModelTruncated,
    ModelChecksum,
    ModelInvalid,
    DateInvalid,
    FormatUnknown,
    AnnotationInvalid,
    ImportInvalid,
    EntryName,
    EntryType,
    EntryPriority,
    EntryDuplicate,
    #[cfg(feature = "cli")]
    EntryInvalid,
    ListFull,
    #[cfg(feature = "cli")]
    ListInvalid,
    #[cfg(target_arch = "wasm32")]
    OptionsInvalid,
    #[cfg(feature = "cli")]
    CorpusInvalid,
    #[cfg(feature = "cli")]
    Io,
}

impl Error {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    /// A stable identifier: `model_magic`, `model_version`, `model_truncated`, `model_checksum`,
    /// `model_invalid`, `date_invalid`, `format_unknown`, `annotation_invalid`, `import_invalid`, `entry_name`, `entry_type`,
    /// `entry_priority`, `entry_duplicate`, `entry_invalid`, `list_full`, `list_invalid`, `options_invalid`, `corpus_invalid` or
    /// `io`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            Kind::ModelMagic => "model_magic",
            Kind::ModelVersion => "model_version",
            Kind::ModelTruncated => "model_truncated",
            Kind::ModelChecksum => "model_checksum",
            Kind::ModelInvalid => "model_invalid",
            Kind::DateInvalid => "date_invalid",
            Kind::FormatUnknown => "format_unknown",
            Kind::AnnotationInvalid => "annotation_invalid",
            Kind::ImportInvalid => "import_invalid",
            Kind::EntryName => "entry_name",
            Kind::EntryType => "entry_type",
            Kind::EntryPriority => "entry_priority",
            Kind::EntryDuplicate => "entry_duplicate",
            #[cfg(feature = "cli")]
            Kind::EntryInvalid => "entry_invalid",
            Kind::ListFull => "list_full",
            #[cfg(feature = "cli")]
            Kind::ListInvalid => "list_invalid",
            #[cfg(target_arch = "wasm32")]
            Kind::OptionsInvalid => "options_invalid",
            #[cfg(feature = "cli")]
            Kind::CorpusInvalid => "corpus_invalid",
            #[cfg(feature = "cli")]
            Kind::Io => "io",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice = match self.kind {
            Kind::ModelMagic => "this is not a Tawsim model file: check the path or address it came from",
            Kind::ModelVersion => {
                "the model file was made for another version: use the model that came with this release"
            }
            Kind::ModelTruncated => "the model file is cut short: download or copy it again",
            Kind::ModelChecksum => "the model file was altered on its way: download or copy it again",
            Kind::ModelInvalid => "the model file contradicts itself: train or download it again",
            Kind::EntryName => "a name needs a letter or digit, and at most 32 words and 400 bytes",
            Kind::EntryType => {
                "a type is up to 40 letters, digits, hyphens, underscores and stops; a list has at most 200"
            }
            Kind::EntryPriority => "a priority is a number from 0 to 1",
            Kind::EntryDuplicate => {
                "the name is another entry's already, which keeps it: give them different contexts, or take one out"
            }
            #[cfg(feature = "cli")]
            Kind::EntryInvalid => "the row is not an entry: mend it as the documentation of lists shows",
            Kind::ListFull => "the list is too long: split it",
            #[cfg(feature = "cli")]
            Kind::ListInvalid => "the file is not a list: mend what is named",
            Kind::DateInvalid => "this is not a day of the calendar: give it as YYYY-MM-DD",
            Kind::FormatUnknown => "there is no such format: json, jsonl, conll, w3c, tei, brat or html",
            Kind::AnnotationInvalid => "the annotation contradicts itself or its text: mend what is named",
            Kind::ImportInvalid => {
                "the file is not in that format: mend what is named, or name another format"
            }
            #[cfg(target_arch = "wasm32")]
            Kind::OptionsInvalid => "an option has a value that it can't have: see tawsim.d.ts",
            #[cfg(feature = "cli")]
            Kind::CorpusInvalid => "the file is not in the expected format: mend the line that is named",
            #[cfg(feature = "cli")]
            Kind::Io => "the file could not be read or written: check its path and permissions",
        };
        f.write_str(advice)?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(feature = "cli")]
impl Error {
    pub(crate) fn io(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(Kind::Io, format!("{}: {error}", path.display()))
    }

    /// The same error, which says in which file.
    pub(crate) fn within(self, path: &std::path::Path) -> Self {
        Self { detail: format!("{}: {}", path.display(), self.detail), ..self }
    }
}
