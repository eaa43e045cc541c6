//! The cascade over typed arrays: a hierarchy is read once from columns; then every supply is shared without JSON.

use std::rc::Rc;

use vsys_core::allocation::{self, Cascade, Directive, Hub, Level, NetworkInput, Node, Satellite, cascade};
use vsys_core::base::{
    BaseProblem, Boxes, Doses, IntoList, MunicipalityCode, Path, PrefectureCode, Problem, Quantity, Refusal, Segment,
    SiteId, Weight,
};
use vsys_core::rulebook::{self, RulebookProblem};
use vsys_wire::columns::{CascadeSettings, read_cascade};
use vsys_wire::{notes_bytes, refusal_bytes};
use wasm_bindgen::prelude::*;

use crate::columns::{Columns, Reader, double, doubles};
use crate::sharing::never;
use crate::{RuleBook, bundled};

/// The most hubs, and the most satellites.
const SITES: usize = 200_000;
/// Written for «not said»: no weight, no cap, no capacity.
const OPEN: u64 = u64::MAX;

/// A hierarchy, checked and summed up.
#[wasm_bindgen]
pub struct Network {
    network: allocation::Network,
    book: Option<Rc<rulebook::RuleBook>>,
    rows: Rc<Rows>,
}

/// For the hubs and the satellites of an answer: in which rows of the caller they came.
struct Rows {
    hubs: Order,
    satellites: Order,
}

/// The row of each; nothing where they came in the order of the answer.
struct Order(Option<Vec<usize>>);

#[wasm_bindgen]
impl Network {
    /// `options` is the request of `allocation.cascade` without its rows.
    ///
    /// # Errors
    /// The canonical JSON of the error, with every finding of options and columns.
    #[wasm_bindgen(constructor)]
    pub fn new(
        options: &[u8],
        prefectures: &Columns,
        municipalities: &Columns,
        hubs: &Columns,
        satellites: &Columns,
    ) -> Result<Network, Vec<u8>> {
        let input = Input { prefectures, municipalities, hubs, satellites };
        input.network(options, None).map_err(|refusal| refusal_bytes(&refusal))
    }

    /// Shares a supply; `options` as before, with another supply or other rules of sharing.
    ///
    /// # Errors
    /// The canonical JSON of the error.
    pub fn cascade(&self, options: &[u8]) -> Result<Cascaded, Vec<u8>> {
        self.run(options).map_err(|refusal| refusal_bytes(&refusal))
    }

    /// The codes of the prefectures (1) or municipalities (2), in the order of the answer.
    pub fn codes(&self, level: u8) -> Vec<u32> {
        let ids = self.network.ids(if level == 1 { Level::Prefecture } else { Level::Municipality });
        ids.iter().filter_map(|id| id.as_str().parse().ok()).list()
    }
}

#[wasm_bindgen]
impl RuleBook {
    /// A [`Network`] whose municipalities and packs are looked up in these tables.
    ///
    /// # Errors
    /// As there.
    pub fn network(
        &self,
        options: &[u8],
        prefectures: &Columns,
        municipalities: &Columns,
        hubs: &Columns,
        satellites: &Columns,
    ) -> Result<Network, Vec<u8>> {
        let input = Input { prefectures, municipalities, hubs, satellites };
        input.network(options, Some(Rc::clone(&self.0))).map_err(|refusal| refusal_bytes(&refusal))
    }
}

impl Network {
    fn run(&self, options: &[u8]) -> Result<Cascaded, Refusal> {
        let CascadeSettings { supply, options, .. } = read_cascade(tables(self.book.as_deref())?, options)?;
        let answer = cascade(&self.network, supply, &options).map_err(|refusal| refusal.moved(place))?;
        let left_over = [Level::Nation, Level::Prefecture, Level::Municipality]
            .map(|level| answer.value().left_over(&self.network, level).unwrap_or_default());
        let vials_left_over = answer.value().vials_left_over(&self.network);
        let (cascade, findings, assumptions) = answer.into_parts();
        let (rows, notes) = (Rc::clone(&self.rows), notes_bytes(&findings.moved(place), &assumptions));
        Ok(Cascaded { cascade, rows, vials_left_over, left_over, notes })
    }
}

impl Order {
    /// Where the ids of the answer stand among those that were given.
    fn of(ids: &[SiteId], given: &[SiteId]) -> Self {
        if ids == given {
            return Self(None);
        }
        let mut order: Vec<usize> = (0..given.len()).list();
        let at = |row: &usize| given.get(*row).map(SiteId::as_str);
        order.sort_unstable_by(|a, b| at(a).cmp(&at(b)));
        let find = |id: &SiteId| {
            let place = order.binary_search_by(|row| at(row).cmp(&Some(id.as_str()))).ok()?;
            order.get(place).copied()
        };
        Self(Some(ids.iter().map(|id| find(id).unwrap_or(usize::MAX)).list()))
    }

    /// A column of the answer in the order of the caller's rows.
    fn restore(&self, column: &[u64]) -> Vec<f64> {
        let Some(rows) = &self.0 else { return doubles(column) };
        let mut placed = vec![0.0; rows.len()];
        for (&row, &value) in rows.iter().zip(column) {
            if let Some(there) = placed.get_mut(row) {
                *there = double(value);
            }
        }
        placed
    }
}

/// What a supply came to.
#[wasm_bindgen]
pub struct Cascaded {
    cascade: Cascade,
    rows: Rc<Rows>,
    vials_left_over: Vec<u64>,
    left_over: [Vec<u64>; 3],
    notes: Vec<u8>,
}

#[wasm_bindgen]
impl Cascaded {
    /// Vaccine (0), needles (1) or syringes (2) of the nation (0), the prefectures (1) or municipalities (2), in boxes.
    pub fn boxes(&self, item: u8, level: u8) -> Vec<f64> {
        let level = [Level::Nation, Level::Prefecture].get(usize::from(level)).copied().unwrap_or(Level::Municipality);
        let [needles, syringes] = self.cascade.needles();
        doubles(match item {
            0 => self.cascade.boxes(level),
            1 => needles.boxes(level),
            _ => syringes.boxes(level),
        })
    }

    /// What was received there and not given on, in boxes of vaccine.
    pub fn left_over(&self, level: u8) -> Vec<f64> {
        doubles(self.left_over.get(usize::from(level)).map_or(&[], Vec::as_slice))
    }

    /// Row by row: vaccine (0), needles (1), syringes (2) in boxes; own vials (3) and vials left over (4) of the hubs;
    /// vials of the satellites (5).
    pub fn sites(&self, column: u8) -> Vec<f64> {
        let [needles, syringes] = self.cascade.needles();
        let Rows { hubs, satellites } = &*self.rows;
        match column {
            0 => hubs.restore(self.cascade.boxes(Level::Hub)),
            1 => hubs.restore(needles.boxes(Level::Hub)),
            2 => hubs.restore(syringes.boxes(Level::Hub)),
            3 => hubs.restore(self.cascade.hub_vials()),
            4 => hubs.restore(&self.vials_left_over),
            _ => satellites.restore(self.cascade.satellite_vials()),
        }
    }

    /// The method used.
    pub fn method(&self) -> String {
        self.cascade.method().as_str().to_owned()
    }

    /// Ties, one a line: the level that gives, the giver, what decided, the units, the tied set; between tabs.
    pub fn ties(&self) -> String {
        let line = |group: &allocation::GroupTie| {
            let tied: Vec<&str> = group.tie.tied.iter().map(SiteId::as_str).list();
            let (level, decided) = (group.level.as_str(), group.tie.decided.as_str());
            format!("{level}\t{}\t{decided}\t{}\t{}\n", group.giver, group.tie.units, tied.join("\t"))
        };
        self.cascade.ties().iter().map(line).collect()
    }

    /// `{"assumptions":…,"findings":…}`
    pub fn notes(&self) -> Vec<u8> {
        self.notes.clone()
    }
}

/// The levels as they come.
struct Input<'a> {
    prefectures: &'a Columns,
    municipalities: &'a Columns,
    hubs: &'a Columns,
    satellites: &'a Columns,
}

impl Input<'_> {
    fn network(&self, options: &[u8], book: Option<Rc<rulebook::RuleBook>>) -> Result<Network, Refusal> {
        let tables = tables(book.as_deref())?;
        let settings = read_cascade(tables, options);
        // Without a week nothing can be looked up, but the columns are read all the same.
        let week = settings.as_ref().ok().map(|settings| settings.delivery_week);
        let town = |code: u64| -> Result<MunicipalityCode, Box<dyn Problem>> {
            let code: MunicipalityCode = format!("{code:06}").parse().map_err(boxed::<BaseProblem>)?;
            match week {
                Some(week) => {
                    tables.municipalities().resolve(code, week).map(|town| town.code).map_err(boxed::<RulebookProblem>)
                }
                None => Ok(code),
            }
        };
        let prefecture = |code: u64| format!("{code:02}").parse::<PrefectureCode>().map_err(boxed::<BaseProblem>);
        let mut faults = Vec::new();
        let prefectures =
            level(self.prefectures, "prefectures", &["code", "weight", "floor", "cap"], 47, &mut faults, |reader| {
                let codes = reader.codes("code", 99, prefecture);
                let nodes = nodes(reader);
                Some(codes?.into_iter().zip(nodes).list())
            });
        let municipalities = level(
            self.municipalities,
            "municipalities",
            &["code", "weight", "floor", "cap"],
            2_000,
            &mut faults,
            |reader| {
                let codes = reader.codes("code", 999_999, town);
                let nodes = nodes(reader);
                Some(codes?.into_iter().zip(nodes).list())
            },
        );
        let known = &["municipality", "weight", "floor", "cap", "capacity", "id"];
        let hubs = level(self.hubs, "hubs", known, SITES, &mut faults, |reader| {
            let homes = reader.codes("municipality", 999_999, town);
            let capacities = optional(reader, "capacity", Doses::MAX);
            let nodes = nodes(reader);
            let ids = ids(reader, "");
            let rows = ids.into_iter().zip(homes?).zip(capacities).zip(nodes);
            let hub = |(((id, municipality), capacity), node): (((SiteId, _), Option<u64>), Node)| Hub {
                id,
                municipality,
                capacity: capacity.and_then(|doses| Doses::try_new(doses).ok()),
                node,
            };
            Some(rows.map(hub).list())
        });
        let last = hubs.len().saturating_sub(1);
        let satellites =
            level(self.satellites, "satellites", &["hub", "capacity", "id"], SITES, &mut faults, |reader| {
                let homes = reader.numbers("hub", u64::try_from(last).unwrap_or(u64::MAX), None);
                if homes.is_none() {
                    reader.missing("hub");
                }
                let capacities = reader.numbers("capacity", Doses::MAX, None);
                if capacities.is_none() {
                    reader.missing("capacity");
                }
                let ids = ids(reader, "satellite-");
                let rows = ids.into_iter().zip(homes?).zip(capacities?);
                let satellite = |((id, hub), doses): ((SiteId, u64), u64)| {
                    let hub: &Hub = hubs.get(usize::try_from(hub).ok()?)?;
                    Some(Satellite { id, hub: hub.id.clone(), capacity: Doses::try_new(doses).ok()? })
                };
                Some(rows.filter_map(satellite).list())
            });
        let settings = match (settings, faults.is_empty()) {
            (Ok(settings), true) => settings,
            (settings, _) => return Err(Refusal::all(settings.err().into_iter().chain(faults)).unwrap_or_else(never)),
        };
        let hub_ids: Vec<SiteId> = hubs.iter().map(|hub| hub.id.clone()).list();
        let satellite_ids: Vec<SiteId> = satellites.iter().map(|satellite| satellite.id.clone()).list();
        let input = NetworkInput { prefectures, municipalities, hubs, satellites };
        let network = allocation::Network::try_new(input, settings.capacity).map_err(|refusal| refusal.moved(place))?;
        let hubs = Order::of(network.ids(Level::Hub), &hub_ids);
        let satellites = Order::of(network.satellites(), &satellite_ids);
        Ok(Network { network, book, rows: Rc::new(Rows { hubs, satellites }) })
    }
}

fn boxed<P: Problem + 'static>(problem: P) -> Box<dyn Problem> {
    Box::new(problem)
}

/// Reads one level; its places stand under its name.
fn level<T>(
    columns: &Columns,
    name: &'static str,
    known: &'static [&'static str],
    most: usize,
    faults: &mut Vec<Refusal>,
    read: impl FnOnce(&mut Reader<'_>) -> Option<Vec<T>>,
) -> Vec<T> {
    if columns.is_empty() {
        return Vec::new();
    }
    let rows = Reader::new(columns, known, most).and_then(|mut reader| {
        let rows = read(&mut reader);
        reader.close()?;
        Ok(rows.unwrap_or_default())
    });
    rows.unwrap_or_else(|refusal| {
        faults.push(refusal.under(&Path::from(name)));
        Vec::new()
    })
}

/// What is asked of each row.
fn nodes(reader: &mut Reader<'_>) -> Vec<Node> {
    let weights = optional(reader, "weight", Weight::MAX);
    let floors = optional(reader, "floor", Boxes::MAX);
    let caps = optional(reader, "cap", Boxes::MAX);
    let node = |((weight, floor), cap): ((Option<u64>, Option<u64>), Option<u64>)| Node {
        weight: weight.and_then(|weight| Weight::try_new(weight).ok()),
        floor: floor.and_then(|boxes| Boxes::try_new(boxes).ok()).unwrap_or(Boxes::ZERO),
        cap: cap.and_then(|boxes| Boxes::try_new(boxes).ok()),
        directive: Directive::Method,
        edit: None,
    };
    weights.into_iter().zip(floors).zip(caps).map(node).list()
}

/// Numbers that need not be there, as a column or in a row.
fn optional(reader: &mut Reader<'_>, name: &str, most: u64) -> Vec<Option<u64>> {
    match reader.numbers(name, most, Some(OPEN)) {
        Some(numbers) => numbers.into_iter().map(|number| (number != OPEN).then_some(number)).list(),
        None => vec![None; reader.rows()],
    }
}

/// The ids of sites; without a column a site is known by its row, and the earlier row is the smaller code. `kind` keeps
/// hubs and satellites apart.
fn ids(reader: &mut Reader<'_>, kind: &str) -> Vec<SiteId> {
    let given = reader.texts("id", |text| text.parse::<SiteId>());
    given.unwrap_or_else(|| (0..reader.rows()).filter_map(|row| format!("{kind}{row:06}").parse().ok()).list())
}

/// `/hubs/3/floor` as `/hubs/columns/floor/3`.
fn place(from: &Path) -> Path {
    match from.segments() {
        [Segment::Key(list), Segment::Index(row), Segment::Key(member)] => {
            Path::new([Segment::Key(list.clone()), "columns".into(), Segment::Key(member.clone()), (*row).into()])
        }
        _ => from.clone(),
    }
}

/// The tables to look up in.
fn tables(own: Option<&rulebook::RuleBook>) -> Result<&rulebook::RuleBook, Refusal> {
    match own {
        Some(book) => Ok(book),
        None => bundled().map_err(Clone::clone),
    }
}
