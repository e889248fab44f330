//! The features that have a row in the embedding table, and which row.

use super::WAYS;

/// A set of features in buckets of [`WAYS`] rows. A feature's hash says its bucket, and eight more bits of it
/// which row there is its own (a fingerprint: Fan et al. 2014, "Cuckoo Filter"); a row's number is its place.
/// A feature that is not in the set passes for one of it about once in sixty times.
///
/// Hashing without a set would let a million rare features disturb the rows of the common ones.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    buckets: Vec<[u8; WAYS]>,
}

/// No feature has this fingerprint: the row is free.
const FREE: u8 = 0;

impl Vocabulary {
    pub(crate) fn new(fingerprints: &[u8]) -> Self {
        Self { buckets: fingerprints.as_chunks().0.to_vec() }
    }

    /// The best of ranked features, as many as find room.
    #[cfg(feature = "train")]
    pub(crate) fn choose(ranked: impl Iterator<Item = u32>, rows: usize) -> Self {
        let mut this = Self { buckets: vec![[FREE; WAYS]; rows / WAYS] };
        let mut left = this.buckets.len() * WAYS;
        for feature in ranked {
            if left == 0 {
                break;
            }
            let (bucket, fingerprint) = this.place(feature);
            let Some(bucket) = this.buckets.get_mut(bucket) else { continue };
            if bucket.contains(&fingerprint) {
                continue;
            }
            if let Some(free) = bucket.iter_mut().find(|owner| **owner == FREE) {
                *free = fingerprint;
                left -= 1;
            }
        }
        this
    }

    /// The fingerprints, row by row.
    #[cfg(feature = "train")]
    pub(crate) fn fingerprints(&self) -> &[u8] {
        self.buckets.as_flattened()
    }

    pub(crate) fn row(&self, feature: u32) -> Option<u32> {
        let (bucket, fingerprint) = self.place(feature);
        let way = self.buckets.get(bucket)?.iter().position(|&owner| owner == fingerprint)?;
        Some((bucket * WAYS + way) as u32)
    }

    fn place(&self, feature: u32) -> (usize, u8) {
        let bucket = (u64::from(feature) * self.buckets.len() as u64) >> 32;
        (bucket as usize, (feature as u8).max(FREE + 1))
    }
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;
    use crate::hash::Hash;

    fn features(range: std::ops::Range<u32>) -> impl Iterator<Item = u32> {
        range.map(|number| Hash::new(0).bytes(&number.to_le_bytes()).finish())
    }

    #[test]
    fn the_best_features_have_rows_of_their_own_and_few_strangers_pass_for_them() {
        let vocabulary = Vocabulary::choose(features(0..20_000), 4096);
        let read = Vocabulary::new(vocabulary.fingerprints());
        let mut rows: Vec<u32> = features(0..2000).filter_map(|feature| read.row(feature)).collect();
        // Four features and more that share a bucket are rare among half as many as there are rows.
        assert!(rows.len() > 1900, "{}", rows.len());
        assert!(rows.iter().all(|&row| row < 4096));
        let found = rows.len();
        rows.sort_unstable();
        rows.dedup();
        assert!(rows.len() > found - 20, "{} of {found} are told apart", rows.len());
        let strangers = features(100_000..110_000).filter(|&feature| read.row(feature).is_some()).count();
        assert!(strangers < 250, "{strangers} of 10,000");
    }

    #[test]
    fn an_empty_vocabulary_knows_nothing() {
        assert_eq!(Vocabulary::new(&[]).row(7), None);
        assert_eq!(Vocabulary::new(&[0; 8]).row(7), None);
    }
}
