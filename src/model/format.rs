//! The container of a model file: a header that says whose it is, how long and with what checksum, then
//! the payload, little-endian throughout.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic `tawsim\r\n` (the line end shows a transfer that rewrote it as text) |
//! | 2, 2 | format version, reserved (0) |
//! | 4 | payload length in bytes |
//! | 4 | CRC-32 (ISO-HDLC) of the payload |
//! | … | payload |

use crate::error::{Error, Kind};

const MAGIC: &[u8; 8] = b"tawsim\r\n";
#[cfg(feature = "train")]
const HEADER: usize = 20;

/// CRC-32/ISO-HDLC, as in zip and PNG.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    // Four bits at a time: sixteen table words are enough for two megabytes in a few milliseconds.
    let table: [u32; 16] = std::array::from_fn(|i| {
        (0..4).fold(i as u32, |c, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 })
    });
    let step =
        |c: u32, nibble: u32| (c >> 4) ^ table.get(((c ^ nibble) & 15) as usize).copied().unwrap_or_default();
    !bytes.iter().fold(!0_u32, |c, &b| step(step(c, u32::from(b)), u32::from(b >> 4)))
}

/// Puts the header before a payload.
#[cfg(feature = "train")]
pub(crate) fn seal(version: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + payload.len());
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&version.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    out.extend_from_slice(&(payload.len() as u32).to_le_bytes());
    out.extend_from_slice(&crc32(payload).to_le_bytes());
    out.extend_from_slice(payload);
    out
}

/// Checks the header and gives the payload.
pub(crate) fn open(version: u16, bytes: &[u8]) -> Result<Reader<'_>, Error> {
    let mut header = Reader { bytes };
    if bytes.get(..8) != Some(MAGIC) {
        let cut = bytes.len() < 8 && MAGIC.starts_with(bytes);
        return Err(Error::new(if cut { Kind::ModelTruncated } else { Kind::ModelMagic }, ""));
    }
    header.take(8)?;
    let found = header.u16()?;
    if found != version {
        return Err(Error::new(Kind::ModelVersion, format!("format {found}, this release reads {version}")));
    }
    header.u16()?;
    let length = header.u32()? as usize;
    let checksum = header.u32()?;
    let payload = header.bytes;
    if payload.len() < length {
        return Err(Error::new(Kind::ModelTruncated, format!("{} of {length} bytes", payload.len())));
    }
    if payload.len() > length || crc32(payload) != checksum {
        return Err(Error::new(Kind::ModelChecksum, ""));
    }
    Ok(Reader { bytes: payload })
}

/// Takes values off the front of a slice; what is missing is an error, never a panic.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, n: usize) -> Result<&'a [u8], Error> {
        let Some((head, rest)) = self.bytes.split_at_checked(n) else {
            return Err(Error::new(Kind::ModelTruncated, ""));
        };
        self.bytes = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        self.take(N)?.try_into().map_err(|_| Error::new(Kind::ModelTruncated, ""))
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Error> {
        self.array().map(|[b]| b)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_le_bytes)
    }

    /// `n` finite floats.
    pub(crate) fn floats(&mut self, n: usize) -> Result<Vec<f32>, Error> {
        let bytes = self.take(n.saturating_mul(4))?;
        let floats: Vec<f32> = bytes.as_chunks().0.iter().map(|&word| f32::from_le_bytes(word)).collect();
        if floats.iter().all(|value| value.is_finite()) {
            Ok(floats)
        } else {
            Err(Error::new(Kind::ModelInvalid, "a weight is not finite"))
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}
