//! The sites: generated from a seed, or read from the user's CSV.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use vsys_core::allocation::{AllocationProblem, ApportionRequest, Hub, Level, Node, Recipient, Satellite, apportion};
use vsys_core::base::{
    Doses, Findings, InstitutionCode, InstitutionKind, MunicipalityCode, Quantity, Refusal, Units, Weight,
};
use vsys_core::rows::{Column, Encoding, RowsProblem, Sheet};
use vsys_core::rulebook::RuleBook;

use crate::Stop;

/// How many sites are generated.
const SITES: u64 = 60_000;
/// Of five generated sites one is a hub; every municipality has at least one.
const SITES_PER_HUB: u64 = 5;
/// The most doses a site may state for one cycle.
const MOST_DOSES: u64 = 10_000_000;
/// The most rows of a CSV of sites.
const MOST_ROWS: usize = 200_001;

/// Hubs and satellites, with what is worth knowing of them.
pub(crate) struct Sites {
    pub(crate) hubs: Vec<Hub>,
    pub(crate) satellites: Vec<Satellite>,
    pub(crate) warnings: Findings,
}

/// Random numbers as a pure function of a seed and an index (splitmix64).
struct Stream {
    seed: u64,
    index: u64,
}

impl Stream {
    /// A number from `least` to `most`.
    fn between(&mut self, least: u64, most: u64) -> u64 {
        self.index += 1;
        let mut z = self.seed.wrapping_add(self.index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        least + (((z >> 32) * (most - least + 1)) >> 32)
    }
}

/// About 60,000 invented sites: as many in each municipality as its population calls for, with valid
/// invented codes and capacities in doses.
pub(crate) fn generate(book: &RuleBook, seed: u64) -> Result<Sites, Stop> {
    let towns: Vec<_> = book.municipalities().recipients().collect();
    let one = Units::try_new(1).map_err(plain)?;
    let recipients = towns
        .iter()
        .map(|town| {
            let weight = Weight::try_new(town.population.total).map_err(plain)?;
            let id = town.code.to_string().parse().map_err(plain)?;
            Ok(Recipient::new(id, weight).with_floor(one))
        })
        .collect::<Result<_, Stop>>()?;
    let shared = apportion(&ApportionRequest::new(Units::try_new(SITES).map_err(plain)?, recipients))?;

    let mut stream = Stream { seed, index: 0 };
    let mut serials: HashMap<String, u32> = HashMap::new();
    let mut sites = Sites { hubs: Vec::new(), satellites: Vec::new(), warnings: Findings::new() };
    for (town, &count) in towns.iter().zip(shared.value().amounts()) {
        let first = sites.hubs.len();
        let hubs = count.div_ceil(SITES_PER_HUB).max(1);
        for number in 0..count {
            let id = invented_code(town.code, &mut serials)?;
            let doses = |least, most, stream: &mut Stream| Doses::try_new(stream.between(least, most)).map_err(plain);
            if number < hubs {
                let capacity = Some(doses(300, 3_000, &mut stream)?);
                sites.hubs.push(Hub { id, municipality: town.code, capacity, node: Node::default() });
            } else {
                let chosen = first + usize::try_from(stream.between(0, hubs - 1)).unwrap_or(0);
                let capacity = doses(60, 900, &mut stream)?;
                if let Some(hub) = sites.hubs.get(chosen).map(|hub| hub.id.clone()) {
                    sites.satellites.push(Satellite { id, hub, capacity });
                }
            }
        }
    }
    Ok(sites)
}

/// The next invented code of a municipality's area, with its check digit.
fn invented_code(town: MunicipalityCode, serials: &mut HashMap<String, u32>) -> Result<vsys_core::base::SiteId, Stop> {
    let area = format!("{}1{:02}", town.prefecture(), town.number() / 10 % 100);
    let serial = serials.entry(area.clone()).or_insert(0);
    *serial += 1;
    let code: InstitutionCode = format!("{area}{serial:04}0").parse().map_err(plain)?;
    code.with_check_digit().to_string().parse().map_err(plain)
}

const COLUMNS: [Column; 5] = [
    Column { names: &["code", "医療機関コード"], required: true },
    Column { names: &["kind", "区分"], required: true },
    Column { names: &["municipality", "市町村コード"], required: true },
    Column { names: &["hub", "基本型接種施設"], required: true },
    Column { names: &["capacity", "接種可能量"], required: true },
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hub,
    Satellite,
}

const KINDS: [(&str, Kind); 4] =
    [("hub", Kind::Hub), ("基本型", Kind::Hub), ("satellite", Kind::Satellite), ("サテライト", Kind::Satellite)];

/// Reads the user's sites; every fault with its cell.
pub(crate) fn read(book: &RuleBook, path: &Path, encoding: Option<Encoding>, day: NaiveDate) -> Result<Sites, Stop> {
    let bytes = std::fs::read(path).map_err(|error| Stop::Plain(vec![format!("{}: {error}", path.display())]))?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut findings = Findings::new();
    let mut sites = Sites { hubs: Vec::new(), satellites: Vec::new(), warnings: Findings::new() };
    // Which row a code stands in, and whether it is a hub's.
    let mut rows: HashMap<String, (usize, Kind)> = HashMap::new();
    if let Some(mut sheet) = Sheet::open(&file, &bytes, encoding, &COLUMNS, &mut findings) {
        while let Some(row) = sheet.next_row(&mut findings) {
            if row.number_of_row() > MOST_ROWS {
                row.report(0, &RowsProblem::RowsTooMany { most: MOST_ROWS - 1 }, &mut findings);
                break;
            }
            let code: Option<InstitutionCode> = row.parse(0, &mut findings);
            let kind = row.word(1, &KINDS, &mut findings);
            let town: Option<MunicipalityCode> = row.parse(2, &mut findings);
            let capacity = row.number(4, MOST_DOSES, &mut findings);
            if let Some(problem) = town.and_then(|town| book.municipalities().resolve(town, day).err()) {
                row.report(2, &problem, &mut findings);
            }
            if let Some(problem) = code.and_then(|code| code.check(InstitutionKind::Insurance).err()) {
                row.report(0, &problem, &mut sites.warnings);
            }
            let (Some(code), Some(kind)) = (code, kind) else { continue };
            match rows.get(&code.to_string()) {
                Some((first_row, _)) => row.report(0, &RowsProblem::CellTwice { first_row: *first_row }, &mut findings),
                None => {
                    rows.insert(code.to_string(), (row.number_of_row(), kind));
                }
            }
            let (Some(town), Some(capacity)) = (town, capacity) else { continue };
            let id = code.to_string().parse().map_err(plain)?;
            let capacity = Doses::try_new(capacity).map_err(plain)?;
            match kind {
                Kind::Hub => {
                    let municipality = book.municipalities().resolve(town, day).map_or(town, |town| town.code);
                    sites.hubs.push(Hub { id, municipality, capacity: Some(capacity), node: Node::default() });
                }
                Kind::Satellite => {
                    if let Some(hub) = row.parse(3, &mut findings) {
                        sites.satellites.push(Satellite { id, hub, capacity });
                    }
                }
            }
        }
    }
    check_hubs(&file, &bytes, encoding, &rows, &mut findings);
    if findings.has_errors() {
        return Err(Stop::Refused(Refusal::of(findings)));
    }
    Ok(sites)
}

/// A second reading for what only the whole file can tell: whether every satellite's hub is a hub.
fn check_hubs(
    file: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
    rows: &HashMap<String, (usize, Kind)>,
    findings: &mut Findings,
) {
    let mut again = Findings::new();
    let Some(mut sheet) = Sheet::open(file, bytes, encoding, &COLUMNS, &mut again) else { return };
    while let Some(row) = sheet.next_row(&mut again) {
        let satellite = KINDS.iter().any(|(word, kind)| *kind == Kind::Satellite && *word == row.text(1));
        let hub = row.text(3);
        let known = rows.get(hub.as_ref()).is_some_and(|(_, kind)| *kind == Kind::Hub);
        if satellite && !hub.is_empty() && !known {
            row.report(3, &AllocationProblem::ParentUnknown { kind: Level::Hub.term() }, findings);
        }
    }
}

fn plain(problem: impl std::fmt::Display) -> Stop {
    Stop::Plain(vec![problem.to_string()])
}
