//! Data for the benchmarks: a nation with real populations and 60,000 invented sites, screening forms, claim lines.

pub mod claim_lines;
pub mod form;

use vsys_core::allocation::{
    Capacity, CascadeOptions, FirstUnits, Hub, NeedleAllocation, NeedlePolicy, Network, NetworkInput, Node, Satellite,
    Ties,
};
use vsys_core::base::{Boxes, Doses, Pack, Quantity, Rounding, Weight};
use vsys_core::rulebook::RuleBook;

/// The hierarchy, a supply of 16,000 boxes (cycle 5 of 2021), and the options.
///
/// # Errors
/// Never; what is wrong with the invented data is said as text.
pub fn nation() -> Result<(Network, Boxes, CascadeOptions), Box<dyn std::error::Error>> {
    let book = RuleBook::bundled()?;
    let towns: Vec<_> = book.municipalities().recipients().collect();
    let people: u64 = towns.iter().map(|town| town.population.total).sum();
    let mut input = NetworkInput::default();
    let mut serial: u64 = 0;
    for town in &towns {
        let weight = Some(Weight::try_new(town.population.from_12_times_5())?);
        input.municipalities.push((town.code, Node { weight, ..Node::default() }));
        let sites = 1 + 58_259 * town.population.total / people;
        let hubs = sites.div_ceil(5);
        for number in 0..sites {
            serial += 1;
            let id = format!("{}{number:05}", town.code).parse()?;
            if number < hubs {
                let capacity = Some(Doses::try_new(300 + serial * 7_919 % 2_700)?);
                input.hubs.push(Hub { id, municipality: town.code, capacity, node: Node::default() });
            } else {
                let hub = format!("{}{:05}", town.code, number % hubs).parse()?;
                let capacity = Doses::try_new(60 + serial * 104_729 % 840)?;
                input.satellites.push(Satellite { id, hub, capacity });
            }
        }
    }
    let capacity = Capacity { pack: Pack::vaccine(195, 6)?, rounding: Rounding::Ceil };
    let network = Network::try_new(input, capacity)?;
    let pieces = Pack::of_pieces(100)?;
    let options = CascadeOptions {
        method: None,
        ties: Ties::Ruled,
        first_units: FirstUnits::Refuse,
        share_rounding: Rounding::HalfUp,
        needles: NeedlePolicy::TopUp(NeedleAllocation::Ceil, [Some(Boxes::try_new(220_000)?), None]),
        needle_packs: [pieces, pieces],
    };
    Ok((network, Boxes::try_new(16_000)?, options))
}
