//! The allocation of the cycle: hierarchy, cascade, and what both rest on.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use vsys_core::allocation::{
    Capacity, Cascade, CascadeOptions, Header, Hub, NeedleAllocation, NeedlePolicy, Network, NetworkInput, Node,
    Registered, cascade,
};
use vsys_core::base::{Answer, Boxes, Findings, MunicipalityCode, Pack, Path, Quantity, Refusal, Rounding, Weight};
use vsys_core::rulebook::{RuleBook, RulebookProblem};

use crate::options::{Needles, Options};
use crate::{Stop, sites};

/// Everything that was computed, with its request.
pub(crate) struct Plan {
    pub(crate) header: Header,
    pub(crate) registered: Registered,
    /// Whether the needle supply was made up for generated sites.
    pub(crate) needle_supply_invented: bool,
    pub(crate) pack: Pack,
    pub(crate) input: NetworkInput,
    pub(crate) capacity: Capacity,
    pub(crate) options: CascadeOptions,
    pub(crate) network: Network,
    pub(crate) answer: Answer<Cascade>,
    pub(crate) warnings: Findings,
    /// Municipalities whose age bands are incomplete, and the people whom no band holds.
    pub(crate) withheld: (usize, u64),
    pub(crate) elapsed: Duration,
}

impl Plan {
    /// Builds the hierarchy and shares the supply.
    pub(crate) fn make(book: &RuleBook, options: &Options) -> Result<Self, Stop> {
        let looked_up = |problem: RulebookProblem| Stop::Refused(Refusal::new(&problem, Path::root()));
        let pack = book.products().pack(&options.product, options.delivery_week).map_err(looked_up)?;
        let needle = book.products().pack("needle-100", options.delivery_week).map_err(looked_up)?;
        let syringe = book.products().pack("syringe-100", options.delivery_week).map_err(looked_up)?;
        let sites = match &options.sites {
            Some(path) => sites::read(book, path, options.encoding, options.delivery_week)?,
            None => sites::generate(book, options.seed)?,
        };
        let input = NetworkInput {
            prefectures: Vec::new(),
            municipalities: municipalities(book, options, &sites.hubs)?,
            hubs: sites.hubs,
            satellites: sites.satellites,
        };
        let capacity = Capacity { pack, rounding: options.capacity_rounding };
        let network = Network::try_new(input.clone(), capacity)?;
        let (needles, needle_supply_invented) = needle_supply(options, pack, needle, input.hubs.len())?;
        let registered = Registered { vaccine: options.supply, needles, syringes: options.syringe_supply };
        let cascade_options = CascadeOptions {
            method: options.method,
            ties: options.ties,
            first_units: options.first_units,
            share_rounding: Rounding::HalfUp,
            needles: match options.needles {
                Needles::TopUp => {
                    NeedlePolicy::TopUp(NeedleAllocation::Ceil, [registered.needles, registered.syringes])
                }
                Needles::CapToParent => NeedlePolicy::CapToParent(NeedleAllocation::Ceil),
                Needles::PerLevel => NeedlePolicy::PerLevel(NeedleAllocation::Ceil),
            },
            needle_packs: [needle, syringe],
        };
        let begun = Instant::now();
        let answer = cascade(&network, options.supply, &cascade_options)?;
        let elapsed = begun.elapsed();
        let short =
            book.municipalities().recipients().map(|town| town.population.withheld()).filter(|people| *people > 0);
        let withheld = short.fold((0, 0), |(towns, people), more| (towns + 1, people + more));
        Ok(Self {
            header: Header {
                cycle: cycle_number(&options.cycle),
                product: options.product.clone(),
                delivery_week: options.delivery_week,
            },
            registered,
            needle_supply_invented,
            pack,
            input,
            capacity,
            options: cascade_options,
            network,
            answer,
            warnings: sites.warnings,
            withheld,
            elapsed,
        })
    }

    pub(crate) const fn cascade(&self) -> &Cascade {
        self.answer.value()
    }
}

/// The 1,741 municipalities with their weights.
fn municipalities(book: &RuleBook, options: &Options, hubs: &[Hub]) -> Result<Vec<(MunicipalityCode, Node)>, Stop> {
    let with_sites: HashSet<MunicipalityCode> = hubs.iter().map(|hub| hub.municipality).collect();
    let weight = |people: Option<u64>| {
        people.map(Weight::try_new).transpose().map_err(|problem| Stop::Plain(vec![problem.to_string()]))
    };
    book.municipalities()
        .recipients()
        .map(|town| {
            // By capacity, the sum of the sites counts; without sites there is nothing to share by.
            let by_sites = options.weights.of(town.population).is_none() && with_sites.contains(&town.code);
            let people = options.weights.of(town.population).or(Some(0)).filter(|_| !by_sites);
            Ok((town.code, Node { weight: weight(people)?, ..Node::default() }))
        })
        .collect()
}

/// The registered needle supply: given, or made up for generated sites (what the doses take and one
/// box more a hub), or missing.
fn needle_supply(options: &Options, pack: Pack, needle: Pack, hubs: usize) -> Result<(Option<Boxes>, bool), Stop> {
    if options.needle_supply.is_some() || options.sites.is_some() || options.needles != Needles::TopUp {
        return Ok((options.needle_supply, false));
    }
    let plain = |problem: vsys_core::base::BaseProblem| Stop::Plain(vec![problem.to_string()]);
    let doses = pack.doses(options.supply).map_err(plain)?;
    let boxes = needle.boxes(doses, Rounding::Ceil).map_err(plain)?.number() + u64::try_from(hubs).unwrap_or(0);
    Ok((Some(Boxes::try_new(boxes).map_err(plain)?), true))
}

/// The number in a cycle's id: `4a` is 4.
fn cycle_number(id: &str) -> u32 {
    let digits: String = id.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1)
}
