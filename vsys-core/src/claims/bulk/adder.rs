//! The sums of one part of a batch while they grow.

use super::columns::{ColumnNumber, KeyColumns, LineColumns};
use super::kernel::{BLOCK, Block, Kept};
use super::sums::{ClaimSum, ClaimSums};
use super::table::PriceTable;
use crate::base::BaseProblem;

/// A line, or the sum of some: the net, and the tax above the count. It has half the memory of a sum, and takes
/// two additions instead of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair([u64; 2]);

impl Pair {
    #[inline]
    fn add(&mut self, other: Self) {
        let (Self([net, low]), Self([more_net, more_low])) = (*self, other);
        *self = Self([net.wrapping_add(more_net), low.wrapping_add(more_low)]);
    }

    /// The sum of a thousand lines below 2^32.
    fn sum(lines: &[Self]) -> ClaimSum {
        let mut sum = Self::NOTHING;
        lines.iter().for_each(|line| sum.add(*line));
        // Neither tax nor count of a line is above its net: where the net of all is small, both fit beside each other.
        let Self([net, _]) = sum;
        if net <= u64::from(u32::MAX) {
            return sum.open();
        }
        let mut sum = ClaimSum::default();
        lines.iter().for_each(|line| sum.plus(line.open()));
        sum
    }

    #[inline]
    fn open(self) -> ClaimSum {
        let Self([net, low]) = self;
        ClaimSum { count: low & u64::from(u32::MAX), net, tax: low >> 32 }
    }
}

impl ClaimSum {
    /// Whether no pair can be full of this.
    const fn fits_pairs(&self) -> bool {
        self.tax <= u32::MAX as u64 && self.count <= u32::MAX as u64
    }
}

impl Kept for Pair {
    const NOTHING: Self = Self([0, 0]);

    #[inline]
    fn of(_: u32, net: u64, tax: u64, count: u32) -> Self {
        Self([net, (tax << 32) | u64::from(count)])
    }
}

/// The sums of one part. Lines are added to pairs; before the tax or the count of all of them together passes
/// 2^32−1, so that none is ever full, the pairs are poured into the sums.
pub(super) struct Adder {
    institutions: Vec<Pair>,
    /// Without and with coupon in turns.
    municipalities: Vec<Pair>,
    /// No pair holds more than this.
    held: ClaimSum,
    /// Places of the block at hand.
    misplaced: Vec<usize>,
    sums: ClaimSums,
}

impl Adder {
    pub(super) fn new(sums: ClaimSums) -> Self {
        let institutions = vec![Pair::NOTHING; sums.institutions.len()];
        let municipalities = vec![Pair::NOTHING; 2 * sums.municipalities.len()];
        Self { institutions, municipalities, held: ClaimSum::default(), misplaced: Vec::new(), sums }
    }

    /// Adds the lines block by block.
    pub(super) fn add<D: ColumnNumber, C: ColumnNumber, I: ColumnNumber, M: ColumnNumber>(
        mut self,
        table: &PriceTable,
        lines: &LineColumns<'_, D, C>,
        keys: &KeyColumns<'_, I, M>,
    ) -> Result<ClaimSums, BaseProblem> {
        let swift = table.swift(lines.day_zero);
        let mut block = Block::<Pair>::new();
        for from in (0..lines.rows()).step_by(BLOCK) {
            let (lines, keys) = (lines.part(from, BLOCK), keys.part(from, BLOCK));
            block.price(table, &swift, &lines, &mut self.sums.report);
            let total = self.add_block(&block, lines.coupon, &keys);
            self.sums.report.rows += u64::try_from(lines.rows()).unwrap_or(0);
            self.sums.total = self.sums.total.with(total)?;
        }
        self.pour();
        Ok(self.sums)
    }

    /// Adds a block, and tells what is added: not the rows that belong nowhere. At most 1,024 lines below 2^53.
    fn add_block<I: ColumnNumber, M: ColumnNumber>(
        &mut self,
        block: &Block<Pair>,
        coupon: &[u8],
        keys: &KeyColumns<'_, I, M>,
    ) -> ClaimSum {
        let lines = block.kept().get(..coupon.len()).unwrap_or_default();
        let mut total = Pair::sum(lines);
        self.misplaced.clear();
        if total.fits_pairs() {
            let mut held = self.held;
            held.plus(total);
            if !held.fits_pairs() {
                self.pour();
                held = total;
            }
            self.held = held;
            self.scatter(lines, coupon, keys);
        } else {
            // Too much for pairs: line by line, after a look at where nothing would go.
            self.scatter(&[Pair::NOTHING; BLOCK], coupon, keys);
            for (place, line) in lines.iter().enumerate() {
                self.put(place, line.open(), coupon, keys);
            }
        }
        for place in &self.misplaced {
            if let Some(line) = lines.get(*place) {
                total.minus(line.open());
            }
        }
        for (place, line) in block.exact() {
            let line = ClaimSum { count: line.count.into(), net: line.net, tax: line.tax };
            if self.put(*place, line, coupon, keys) {
                total.plus(line);
            }
        }
        self.tell_misplaced(block.wrong(), keys);
        total
    }

    /// Adds lines to the pairs where they belong, and notes the places of those that belong nowhere.
    fn scatter<I: ColumnNumber, M: ColumnNumber>(
        &mut self,
        lines: &[Pair],
        coupon: &[u8],
        keys: &KeyColumns<'_, I, M>,
    ) {
        let (institutions, municipalities) = (&mut self.institutions[..], &mut self.municipalities[..]);
        let mut place = 0_usize;
        for (((institution, municipality), coupon), line) in
            keys.institution.iter().zip(keys.municipality).zip(coupon).zip(lines)
        {
            // A row with another code has no price: nothing is added.
            let municipality = twice(index(*municipality), coupon & 1);
            match (institutions.get_mut(index(*institution)), municipalities.get_mut(municipality)) {
                (Some(institution), Some(municipality)) => {
                    institution.add(*line);
                    municipality.add(*line);
                }
                _ => self.misplaced.push(place),
            }
            place = place.wrapping_add(1);
        }
    }

    /// Adds one line straight to the sums, if it belongs anywhere.
    fn put<I: ColumnNumber, M: ColumnNumber>(
        &mut self,
        place: usize,
        line: ClaimSum,
        coupon: &[u8],
        keys: &KeyColumns<'_, I, M>,
    ) -> bool {
        let institution = keys.institution.get(place).and_then(|key| self.sums.institutions.get_mut(index(*key)));
        let municipality = keys.municipality.get(place).and_then(|key| self.sums.municipalities.get_mut(index(*key)));
        let (Some(institution), Some([without, with]), Some(coupon)) = (institution, municipality, coupon.get(place))
        else {
            return false;
        };
        institution.plus(line);
        if *coupon == 0 {
            without.plus(line)
        } else {
            with.plus(line)
        }
        true
    }

    /// Counts the rows of no known institution or municipality; those without a price are counted already.
    fn tell_misplaced<I: ColumnNumber, M: ColumnNumber>(&mut self, wrong: &[usize], keys: &KeyColumns<'_, I, M>) {
        let report = &mut self.sums.report;
        for place in &self.misplaced {
            let row = report.number(*place);
            let (institution, municipality) = (keys.institution.get(*place), keys.municipality.get(*place));
            report.institution.add(institution.is_none_or(|key| index(*key) >= report.sizes.0), row);
            report.municipality.add(municipality.is_none_or(|key| index(*key) >= report.sizes.1), row);
            report.wrong += u64::from(wrong.binary_search(place).is_err());
        }
    }

    /// Empties the pairs into the sums.
    fn pour(&mut self) {
        for (pair, sum) in self.institutions.iter_mut().zip(&mut self.sums.institutions) {
            sum.plus(std::mem::replace(pair, Pair::NOTHING).open());
        }
        for (pair, sum) in self.municipalities.iter_mut().zip(self.sums.municipalities.iter_mut().flatten()) {
            sum.plus(std::mem::replace(pair, Pair::NOTHING).open());
        }
        self.held = ClaimSum::default();
    }
}

/// A key as an index; what is none, as one beyond all.
#[inline]
fn index<K: ColumnNumber>(key: K) -> usize {
    usize::try_from(key.wide().cast_unsigned()).unwrap_or(usize::MAX)
}

/// The place of a municipality without and with coupon; a key that is none stays beyond all.
#[inline]
fn twice(index: usize, coupon: u8) -> usize {
    index.saturating_mul(2).saturating_add(usize::from(coupon))
}
