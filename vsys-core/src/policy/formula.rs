//! A formula as a value: layers that fit together, what goes into them, and what nobody has published.

use super::layer::{self, Layer, LayerInput, Work};
use super::name::Name;
use super::problem::PolicyProblem;
use crate::base::{Assumptions, Findings, IntoList, Path, Refusal};

/// How many layers a formula may have.
pub const MAX_LAYERS: usize = 32;

/// A formula of allocation (配分の算定方式): layers that are gone through one after the other.
///
/// Source: F-POLICY (令和3年の配分に関する厚生労働省・都道府県の発表と報道, 2021).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    layers: Vec<Layer>,
    not_published: Vec<Name>,
    assumptions: Assumptions,
    /// Whether findings about a layer point at the formula as a whole, as the caller's request does not hold its layers.
    whole: bool,
}

impl Policy {
    /// A formula of layers.
    ///
    /// # Errors
    /// A [`Refusal`] with every finding: too many layers or none, names that stand twice, members that
    /// a kind needs or has no use for, cuts of what is no earlier layer. Places are `/layers/2/amount`.
    ///
    /// ```
    /// use vsys_core::policy::{LayerInput, LayerKind, Policy};
    /// let each = LayerInput { amount: Some("2".parse()?), ..LayerInput::new("each".parse()?, LayerKind::Fixed) };
    /// assert_eq!(Policy::try_new(&[each.clone()])?.layers().len(), 1);
    /// let twice = Policy::try_new(&[each.clone(), each]);
    /// assert_eq!(twice.unwrap_err().code(), "policy.name.twice");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn try_new(layers: &[LayerInput]) -> Result<Self, Refusal> {
        let mut findings = Findings::new();
        if layers.is_empty() || layers.len() > MAX_LAYERS {
            findings.push(&PolicyProblem::Layers { most: MAX_LAYERS }, Path::from("layers"));
            return Err(Refusal::of(findings));
        }
        let at = |index: usize| Path::from("layers").join(index);
        let mut parsed: Vec<Layer> = Vec::with_capacity(layers.len());
        for (index, input) in layers.iter().enumerate() {
            if input.name.is_given() || layers.iter().take(index).any(|earlier| earlier.name == input.name) {
                findings.push(&PolicyProblem::NameTwice, at(index).join("name"));
            }
            let Some(layer) = layer::parse(input, &at(index), &mut findings) else { continue };
            if let Work::Cut(cut) = &layer.work
                && !parsed.iter().any(|earlier| earlier.name == cut.of && !matches!(earlier.work, Work::Cut(_)))
            {
                findings.push(&PolicyProblem::CutOf, at(index).join("of"));
            }
            parsed.push(layer);
        }
        if findings.has_errors() {
            return Err(Refusal::of(findings));
        }
        Ok(Self { layers: parsed, not_published: Vec::new(), assumptions: Assumptions::new(), whole: false })
    }

    /// The same, knowing which of its inputs nobody has published, and what it assumes.
    #[must_use]
    pub(super) fn documented(mut self, not_published: Vec<Name>, assumptions: Assumptions) -> Self {
        self.not_published = not_published;
        self.assumptions = assumptions;
        self.whole = true;
        self
    }

    /// The same for a formula whose layers do not stand in the caller's request as such: findings about a layer then
    /// point at the formula.
    #[must_use]
    pub const fn at_its_place(mut self) -> Self {
        self.whole = true;
        self
    }

    /// The layers in their order.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The columns that it needs, sorted: every name that is neither an earlier layer nor `given`.
    pub fn columns(&self) -> Vec<&Name> {
        Name::sorted((0..self.layers.len()).flat_map(|index| self.columns_of(index)))
    }

    /// The columns that one layer needs, sorted.
    pub(super) fn columns_of(&self, index: usize) -> Vec<&Name> {
        let earlier: Vec<&Name> = self.layers.iter().take(index).map(Layer::name).list();
        let figures = self.layers.get(index).map(|layer| layer.work.figures()).unwrap_or_default();
        let names = figures.into_iter().flat_map(|(_, figure)| figure.names());
        Name::sorted(names.filter(|name| !name.is_given() && !earlier.contains(name)))
    }

    /// Where findings about a layer point, for a formula at a place of the request.
    pub(super) fn place(&self, at: &Path, index: usize) -> Path {
        if self.whole { at.clone() } else { at.join("layers").join(index) }
    }

    /// Whether a column is known not to be published.
    pub(super) fn is_not_published(&self, column: &Name) -> bool {
        self.not_published.contains(column)
    }

    /// What it assumes where the sources are silent.
    pub(super) const fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }
}
