//! The one hash of the crate, for words and their parts. Models and the lexicon hold its values, so a
//! change here is a change of their formats.

/// FNV-1a with the finaliser of MurmurHash3, which spreads its weak low bits.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u32);

impl Hash {
    /// The start of a hash; each kind of thing hashed has its own.
    pub(crate) fn new(kind: u8) -> Self {
        Self(0x811C_9DC5).bytes(&[kind])
    }

    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)))
    }

    pub(crate) fn finish(self) -> u32 {
        let h = self.0 ^ (self.0 >> 16);
        let h = h.wrapping_mul(0x85EB_CA6B);
        let h = (h ^ (h >> 13)).wrapping_mul(0xC2B2_AE35);
        h ^ (h >> 16)
    }
}
