//! `vsys.tables.cascade`: prefectures, municipalities, hubs and satellites in tables.

use std::str::FromStr;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt32Array};
use arrow_schema::{Field, Schema};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use vsys_core::allocation::{
    AllocationProblem, Cascade, Directive, Edit, Hub, Level, Network, NetworkInput, Node, Satellite, cascade,
};
use vsys_core::base::{
    Answer, BaseProblem, Boxes, Doses, MunicipalityCode, Path, PrefectureCode, Problem, Quantity, Refusal, Segment,
    SiteId, Text, Weight,
};
use vsys_core::rulebook::RuleBook;
use vsys_wire::columns::{CascadeSettings, read_cascade, read_decimal};
use vsys_wire::{WireProblem, notes_bytes};

use crate::Book;
use crate::column::{Columns, Gaps, Missing};
use crate::failure::Failure;
use crate::input::Input;
use crate::interrupt::away;
use crate::table::Table;
use crate::table_apportion::{longs, never};

/// The tables of a request, by the names that its lists have on the wire.
#[derive(Debug)]
struct Tables {
    prefectures: Option<Input>,
    municipalities: Option<Input>,
    hubs: Option<Input>,
    satellites: Option<Input>,
}

/// A level of the answer: its name, its table.
type Named = (&'static str, Table);
/// A tie: the level, the giver, what decided, the units, the tied set.
type TieRow = (&'static str, String, &'static str, u64, Vec<String>);

/// What comes of it.
struct Cascaded {
    tables: Vec<Named>,
    ties: Vec<TieRow>,
    method: &'static str,
}

/// Shares a supply from the nation down. `options` is the request of `allocation.cascade` without its rows.
/// Gives the tables by name, the ties, the method and the notes.
///
/// # Errors
/// `VsysError` with everything that is wrong with the tables or the request.
#[pyfunction]
#[pyo3(signature = (options, book, prefectures, municipalities, hubs, satellites, /))]
#[expect(clippy::type_complexity, reason = "called by vsys.tables alone")]
pub(crate) fn table_cascade<'py>(
    py: Python<'py>,
    options: PyBackedBytes,
    book: Option<&Bound<'py, crate::RuleBook>>,
    prefectures: Option<&Bound<'py, PyAny>>,
    municipalities: Option<&Bound<'py, PyAny>>,
    hubs: Option<&Bound<'py, PyAny>>,
    satellites: Option<&Bound<'py, PyAny>>,
) -> PyResult<(Vec<Named>, Vec<TieRow>, &'static str, Bound<'py, PyBytes>)> {
    let book = Book::of(book);
    let read = |table: Option<&Bound<'py, PyAny>>, name: &'static str| {
        table.map(|table| Input::read(table, &Path::from(name))).transpose()
    };
    let tables = || {
        Ok::<_, Failure>(Tables {
            prefectures: read(prefectures, "prefectures")?,
            municipalities: read(municipalities, "municipalities")?,
            hubs: read(hubs, "hubs")?,
            satellites: read(satellites, "satellites")?,
        })
    };
    let answer = tables().and_then(|tables| {
        let rows: usize = [&tables.prefectures, &tables.municipalities, &tables.hubs, &tables.satellites]
            .into_iter()
            .flatten()
            .map(|table| table.rows)
            .sum();
        // A row costs more here than elsewhere.
        let work = move || book.tables().map_err(Clone::clone).and_then(|book| run(book, &options, &tables));
        away(py, 10 * rows, work).map_err(Failure::from)?.map_err(Failure::from)
    });
    let (cascaded, findings, assumptions) = answer.map_err(|failure| failure.raise(py))?.into_parts();
    let notes = PyBytes::new(py, &notes_bytes(&findings, &assumptions));
    Ok((cascaded.tables, cascaded.ties, cascaded.method, notes))
}

fn run(book: &RuleBook, options: &[u8], tables: &Tables) -> Result<Answer<Cascaded>, Refusal> {
    let settings = read_cascade(book, options);
    // Without a week nothing can be looked up, but the tables are read all the same.
    let week = settings.as_ref().ok().map(|settings| settings.delivery_week);
    let mut faults = Vec::new();
    let mut warnings = vsys_core::base::Findings::new();
    let resolve = |code: MunicipalityCode| match week {
        Some(week) => book.municipalities().resolve(code, week).map(|found| found.code),
        None => Ok(code),
    };
    let prefectures = rows(tables.prefectures.as_ref(), "prefectures", 47, &mut faults, &mut warnings, |sheet| {
        let codes: Vec<PrefectureCode> = sheet.codes("code", Ok::<_, BaseProblem>)?;
        Some(codes.into_iter().zip(sheet.nodes(&["code"])?).collect::<Vec<_>>())
    });
    let municipalities =
        rows(tables.municipalities.as_ref(), "municipalities", 2_000, &mut faults, &mut warnings, |sheet| {
            let (codes, nodes) = (sheet.codes("code", resolve), sheet.nodes(&["code"]));
            Some(codes?.into_iter().zip(nodes?).collect::<Vec<_>>())
        });
    let hubs = rows(tables.hubs.as_ref(), "hubs", SITES, &mut faults, &mut warnings, |sheet| {
        let ids: Option<Vec<SiteId>> = sheet.codes("id", Ok::<_, BaseProblem>);
        let homes = sheet.codes("municipality", resolve);
        let capacities = sheet.optional("capacity", Doses::MAX);
        let nodes = sheet.nodes(&["id", "municipality", "capacity"]);
        let rows = ids?.into_iter().zip(homes?).zip(capacities?).zip(nodes?);
        let hub = |(((id, municipality), capacity), node): (((SiteId, _), Option<u64>), _)| {
            Some(Hub { id, municipality, capacity: capacity.map(Doses::try_new).transpose().ok()?, node })
        };
        rows.map(hub).collect()
    });
    let satellites = rows(tables.satellites.as_ref(), "satellites", SITES, &mut faults, &mut warnings, |sheet| {
        let ids: Option<Vec<SiteId>> = sheet.codes("id", Ok::<_, BaseProblem>);
        let hubs: Option<Vec<SiteId>> = sheet.codes("hub", Ok::<_, BaseProblem>);
        let capacities = sheet.columns.numbers("capacity", 0, Doses::MAX, Missing::Refused);
        sheet.columns.only(&["id", "hub", "capacity"]);
        let rows = ids?.into_iter().zip(hubs?).zip(capacities?.iter().copied().collect::<Vec<_>>());
        rows.map(|((id, hub), doses)| Some(Satellite { id, hub, capacity: Doses::try_new(doses).ok()? })).collect()
    });
    let settings = match settings {
        Ok(settings) if faults.is_empty() => settings,
        settings => {
            let all = Refusal::all(settings.err().into_iter().chain(faults));
            return Err(all.unwrap_or_else(|| never("tables")));
        }
    };
    let CascadeSettings { supply, capacity, options, .. } = settings;
    let input = NetworkInput { prefectures, municipalities, hubs, satellites };
    let network = Network::try_new(input, capacity).map_err(|refusal| refusal.moved(place))?;
    let answer = cascade(&network, supply, &options).map_err(|refusal| refusal.moved(place))?;
    let report = Report { book, network: &network, cascade: answer.value(), pack: capacity.pack };
    let cascaded = report.all()?;
    let (_, findings, assumptions) = answer.into_parts();
    Ok(Answer::new(cascaded).assuming_all(&assumptions).finding(warnings).finding(findings.moved(place)))
}

/// The most hubs, and the most satellites.
const SITES: usize = 200_000;

/// `/hubs/3/floor` as `/hubs/columns/floor/3`.
fn place(path: &Path) -> Path {
    match path.segments() {
        [Segment::Key(list), Segment::Index(row), Segment::Key(member)] => {
            Path::new([Segment::Key(list.clone()), "columns".into(), Segment::Key(member.clone()), (*row).into()])
        }
        _ => path.clone(),
    }
}

/// Reads one table.
fn rows<T>(
    table: Option<&Input>,
    name: &'static str,
    most: usize,
    faults: &mut Vec<Refusal>,
    warnings: &mut vsys_core::base::Findings,
    read: impl FnOnce(&mut Sheet<'_>) -> Option<Vec<T>>,
) -> Vec<T> {
    let Some(table) = table else { return Vec::new() };
    if table.rows > most {
        faults.push(Refusal::new(&WireProblem::ListTooLong { most, got: table.rows }, Path::from(name)));
        return Vec::new();
    }
    let mut sheet = Sheet { columns: Columns::new(table), rows: table.rows };
    let read = read(&mut sheet);
    match sheet.columns.close() {
        Ok(found) => warnings.extend(found.under(&Path::from(name))),
        Err(refusal) => faults.push(refusal.under(&Path::from(name))),
    }
    read.unwrap_or_default()
}

/// A table of recipients.
struct Sheet<'t> {
    columns: Columns<'t>,
    rows: usize,
}

impl Sheet<'_> {
    /// Codes or ids, each with what is wrong with it.
    fn codes<T: FromStr<Err = BaseProblem>, U, E: Problem>(
        &mut self,
        column: &str,
        resolve: impl Fn(T) -> Result<U, E>,
    ) -> Option<Vec<U>> {
        let texts = self.columns.texts(column, Gaps::Refused)?;
        let mut codes = Vec::with_capacity(self.rows);
        for (row, text) in texts.all(self.rows).into_iter().enumerate() {
            let text = text.unwrap_or_default();
            match text.parse::<T>() {
                Err(problem) => self.columns.at_cell(column, row, &problem, text),
                Ok(code) => match resolve(code) {
                    Err(problem) => self.columns.at_cell(column, row, &problem, text),
                    Ok(code) => codes.push(code),
                },
            }
        }
        (codes.len() == self.rows).then_some(codes)
    }

    /// Numbers of a column that need not be there.
    fn optional(&mut self, column: &str, most: u64) -> Option<Vec<Option<u64>>> {
        if !self.columns.has(column) {
            return Some(vec![None; self.rows]);
        }
        let numbers = self.columns.numbers(column, 0, most, Missing::Is(u64::MAX))?;
        Some(numbers.iter().map(|&number| (number <= most).then_some(number)).collect())
    }

    /// What is asked of each row; `others` are the columns besides.
    fn nodes(&mut self, others: &[&'static str]) -> Option<Vec<Node>> {
        let known = ["weight", "floor", "cap", "share", "fixed", "edit", "reason"];
        self.columns.only(&[others, &known].concat());
        let weights = self.optional("weight", Weight::MAX);
        let floors = self.optional("floor", Boxes::MAX);
        let caps = self.optional("cap", Boxes::MAX);
        let fixed = self.optional("fixed", Boxes::MAX);
        let edits = self.optional("edit", Boxes::MAX);
        let shares = self.parsed("share", read_decimal);
        let reasons = self.parsed("reason", str::parse::<Text<200>>);
        let (weights, floors, caps, fixed) = (weights?, floors?, caps?, fixed?);
        let (edits, shares, reasons) = (edits?, shares?, reasons?);
        let mut nodes = Vec::with_capacity(self.rows);
        let bounds = weights.into_iter().zip(floors).zip(caps);
        let changes = fixed.into_iter().zip(shares).zip(edits.into_iter().zip(reasons));
        for (row, (((weight, floor), cap), ((fixed, share), (edit, reason)))) in bounds.zip(changes).enumerate() {
            let boxes = |number: u64| Boxes::try_new(number).ok();
            let directive = match (share, fixed.and_then(boxes)) {
                (None, None) => Directive::Method,
                (Some(share), None) => Directive::Share(share),
                (None, Some(boxes)) => Directive::Fixed(boxes),
                (Some(_), Some(_)) => {
                    self.columns.at_row("share", row, &AllocationProblem::Directives);
                    Directive::Method
                }
            };
            let edit = match (edit.and_then(boxes), reason) {
                (Some(boxes), Some(reason)) => Some(Edit { boxes, reason }),
                (None, None) => None,
                (Some(_), None) => {
                    self.columns.at_row("reason", row, &WireProblem::FieldMissing);
                    None
                }
                (None, Some(_)) => {
                    self.columns.at_row("edit", row, &WireProblem::FieldMissing);
                    None
                }
            };
            nodes.push(Node {
                weight: weight.and_then(|weight| Weight::try_new(weight).ok()),
                floor: floor.and_then(boxes).unwrap_or(Boxes::ZERO),
                cap: cap.and_then(boxes),
                directive,
                edit,
            });
        }
        Some(nodes)
    }

    /// Texts of a column that need not be there, each with what is wrong with it.
    fn parsed<T: Clone, E: Problem>(
        &mut self,
        column: &str,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<Vec<Option<T>>> {
        if !self.columns.has(column) {
            return Some(vec![None; self.rows]);
        }
        let texts = self.columns.texts(column, Gaps::Allowed)?;
        let mut parsed = Vec::with_capacity(self.rows);
        for (row, text) in texts.all(self.rows).into_iter().enumerate() {
            let value = text.map(&parse).transpose();
            if let (Err(problem), Some(text)) = (&value, text) {
                self.columns.at_cell(column, row, problem, text);
            }
            parsed.push(value.ok().flatten());
        }
        Some(parsed)
    }
}

/// A cascade on its way into tables.
struct Report<'a> {
    book: &'a RuleBook,
    network: &'a Network,
    cascade: &'a Cascade,
    pack: vsys_core::base::Pack,
}

impl Report<'_> {
    fn all(&self) -> Result<Cascaded, Refusal> {
        let ties = self.cascade.ties().iter().map(|group| {
            let tied = group.tie.tied.iter().map(|id| id.as_str().to_owned()).collect();
            (group.level.as_str(), group.giver.clone(), group.tie.decided.as_str(), group.tie.units, tied)
        });
        Ok(Cascaded {
            tables: vec![
                ("nation", self.level(Level::Nation)?),
                ("prefectures", self.level(Level::Prefecture)?),
                ("municipalities", self.level(Level::Municipality)?),
                ("hubs", self.level(Level::Hub)?),
                ("satellites", self.satellites()?),
                ("shortfalls", self.shortfalls()?),
                ("nothing", self.nothing()?),
            ],
            ties: ties.collect(),
            method: self.cascade.method().as_str(),
        })
    }

    /// The name of a prefecture or municipality, where the tables know it.
    fn name(&self, level: Level, code: &str) -> Option<&str> {
        match level {
            Level::Prefecture => {
                let code: PrefectureCode = code.parse().ok()?;
                self.book.prefectures().iter().find(|known| known.code == code).map(|known| known.name.as_str())
            }
            Level::Municipality => self.book.municipalities().find(code.parse().ok()?).map(|known| known.name.as_str()),
            Level::Nation | Level::Hub => None,
        }
    }

    fn level(&self, level: Level) -> Result<Table, Refusal> {
        let [needles, syringes] = self.cascade.needles();
        let boxes = self.cascade.boxes(level);
        let ids = self.network.ids(level);
        let mut columns: Vec<(&'static str, ArrayRef)> = Vec::new();
        if level != Level::Nation {
            columns.push(("code", Arc::new(ids.iter().map(|id| Some(id.as_str())).collect::<StringArray>())));
        }
        if matches!(level, Level::Prefecture | Level::Municipality) {
            let names = ids.iter().map(|id| self.name(level, id.as_str()));
            columns.push(("name", Arc::new(names.collect::<StringArray>())));
        }
        if matches!(level, Level::Municipality | Level::Hub) {
            let above = if level == Level::Hub { Level::Municipality } else { Level::Prefecture };
            let giver = |giver: usize| self.network.ids(above).get(giver).map(|id| id.as_str());
            let givers: StringArray = self.network.givers(level).into_iter().map(giver).collect();
            columns.push((above.as_str(), Arc::new(givers)));
        }
        let doses = boxes.iter().map(|&number| {
            let doses = Boxes::try_new(number).and_then(|boxes| self.pack.doses(boxes));
            doses.map(Doses::number).map_err(|problem| Refusal::new(&problem, Path::from("supply")))
        });
        let doses = doses.collect::<Result<Vec<_>, _>>()?;
        columns.push(("vaccine", counts(boxes)?));
        columns.push(("doses", Arc::new(longs(doses.into_iter().map(Some)))));
        columns.push(("needles", counts(needles.boxes(level))?));
        columns.push(("syringes", counts(syringes.boxes(level))?));
        if let Some(left_over) = self.cascade.left_over(self.network, level) {
            columns.push(("left_over", counts(&left_over)?));
        }
        if level == Level::Hub {
            columns.push(("own_vials", counts(self.cascade.hub_vials())?));
            columns.push(("vials_left_over", counts(&self.cascade.vials_left_over(self.network))?));
        }
        if level != Level::Nation {
            let rows = 0..boxes.len();
            let origins = rows.clone().map(|row| Some(self.cascade.origin(self.network, level, row).as_str()));
            columns.push(("origin", Arc::new(origins.collect::<StringArray>())));
            let proposed =
                rows.map(|row| self.cascade.proposed(level, row).and_then(|boxes| u32::try_from(boxes).ok()));
            columns.push(("proposed", Arc::new(proposed.collect::<UInt32Array>())));
        }
        table(columns)
    }

    fn satellites(&self) -> Result<Table, Refusal> {
        let per_vial = match self.pack.kind() {
            vsys_core::base::PackKind::Vaccine { doses_per_vial, .. } => u64::from(doses_per_vial),
            vsys_core::base::PackKind::Pieces { .. } => 0,
        };
        let vials = self.cascade.satellite_vials();
        let hubs = self.network.ids(Level::Hub);
        let hub = |hub: usize| hubs.get(hub).map(|id| id.as_str());
        table(vec![
            ("id", Arc::new(self.network.satellites().iter().map(|id| Some(id.as_str())).collect::<StringArray>())),
            ("hub", Arc::new(self.network.hub_of_satellites().into_iter().map(hub).collect::<StringArray>())),
            ("vials", counts(vials)?),
            ("doses", Arc::new(longs(vials.iter().map(|&vials| vials.checked_mul(per_vial))))),
        ])
    }

    fn shortfalls(&self) -> Result<Table, Refusal> {
        let [needles, syringes] = self.cascade.needles();
        let all = || {
            [("needles", needles), ("syringes", syringes)]
                .into_iter()
                .flat_map(|(item, fill)| fill.shortfalls().iter().map(move |shortfall| (item, shortfall)))
        };
        table(vec![
            ("level", Arc::new(all().map(|(_, s)| Some(s.level.as_str())).collect::<StringArray>())),
            ("code", Arc::new(all().map(|(_, s)| Some(s.id.as_str())).collect::<StringArray>())),
            ("item", Arc::new(all().map(|(item, _)| Some(item)).collect::<StringArray>())),
            ("pieces", Arc::new(longs(all().map(|(_, s)| Some(s.pieces))))),
        ])
    }

    fn nothing(&self) -> Result<Table, Refusal> {
        let nothing = self.cascade.nothing(self.network);
        let recipients: Vec<u64> = nothing.iter().map(|nothing| nothing.recipients).collect();
        table(vec![
            ("level", Arc::new(nothing.iter().map(|n| Some(n.level.as_str())).collect::<StringArray>())),
            ("reason", Arc::new(nothing.iter().map(|n| Some(n.reason.as_str())).collect::<StringArray>())),
            ("recipients", counts(&recipients)?),
        ])
    }
}

/// Counts up to 2^32−1.
fn counts(numbers: &[u64]) -> Result<ArrayRef, Refusal> {
    let counts: Option<Vec<u32>> = numbers.iter().map(|&number| u32::try_from(number).ok()).collect();
    match counts {
        Some(counts) => Ok(Arc::new(UInt32Array::from(counts))),
        None => Err(Refusal::new(&WireProblem::AnswerOutOfRange, Path::root())),
    }
}

/// A table of these columns.
pub(crate) fn table<N: AsRef<str>>(columns: Vec<(N, ArrayRef)>) -> Result<Table, Refusal> {
    let fields: Vec<Field> =
        columns.iter().map(|(name, column)| Field::new(name.as_ref(), column.data_type().clone(), true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let columns = columns.into_iter().map(|(_, column)| column).collect();
    let batch = RecordBatch::try_new(schema.clone(), columns).map_err(|_| never("table"))?;
    Ok(Table::new(schema, vec![batch]))
}
