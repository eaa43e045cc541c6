//! The options of the job: every wrong word is told at once.

use std::path::PathBuf;

use chrono::NaiveDate;
use vsys_core::allocation::{FirstUnits, Method, Ties};
use vsys_core::base::{Boxes, Lang, Quantity, Rounding};
use vsys_core::rows::Encoding;
use vsys_core::rulebook::{AgeBands, RuleBook};

use vsys_examples::{Words, say};

use crate::Stop;

pub(crate) const HELP: &str = "\
national_cycle — one cycle of a nation, from the registered supply to the last clinic

  --cycle ID            cycle of 2021 whose real supply is shared: 1 2 3 4a 4b 5 8 9 10 11 12 3rd-1 (default 5)
  --supply BOXES        another supply of vaccine, in boxes
  --sites FILE          sites from a CSV in place of generated ones (columns below)
  --encoding E          of that CSV: auto (default), utf-8, cp932
  --seed N              seed of the generated sites (default 2021)
  --weights W           population-12 (default), population-15, population-65, population, capacity
  --method M            largest-remainder (default), webster, jefferson, adams, hill
  --ties T              ruled (default), report
  --first-units F       refuse (default), by-weight: Adams and Hill with too small a supply
  --needles P           top-up (default), cap-to-parent, per-level
  --needle-supply N     registered needle supply of the cycle, in boxes
  --syringe-supply N    registered syringe supply, in boxes (default: as the needles)
  --capacity-rounding R ceil (default), floor
  --explain CODE        why a prefecture (13), municipality (131032) or site got what it got; may repeat
  --lang L              ja (default), en
  --out FOLDER          where CSV and JSON are written (default out/national_cycle)

Columns of the CSV of sites (UTF-8 with or without BOM, or CP932; either heading):
  code | 医療機関コード          ten digits
  kind | 区分                  hub | 基本型, satellite | サテライト
  municipality | 市町村コード    six digits
  hub | 基本型接種施設           of a satellite: the code of its hub; of a hub: empty
  capacity | 接種可能量          doses in this cycle
";

/// What the weight of a municipality is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weights {
    From12,
    From15,
    From65,
    All,
    Capacity,
}

impl Weights {
    /// The weight of a population; nothing for capacity, which comes from the sites.
    pub(crate) const fn of(self, bands: AgeBands) -> Option<u64> {
        match self {
            Self::From12 => Some(bands.from_12_times_5()),
            Self::From15 => Some(bands.from_15_to_64 + bands.from_65),
            Self::From65 => Some(bands.from_65),
            Self::All => Some(bands.total),
            Self::Capacity => None,
        }
    }
}

/// Which needle policy, before the supply is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needles {
    TopUp,
    CapToParent,
    PerLevel,
}

/// The options, checked.
pub(crate) struct Options {
    pub(crate) cycle: String,
    pub(crate) product: String,
    pub(crate) delivery_week: NaiveDate,
    pub(crate) supply: Boxes,
    pub(crate) supply_is_real: bool,
    pub(crate) supply_source: String,
    pub(crate) sites: Option<PathBuf>,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) seed: u64,
    pub(crate) weights: Weights,
    pub(crate) method: Option<Method>,
    pub(crate) ties: Ties,
    pub(crate) first_units: FirstUnits,
    pub(crate) needles: Needles,
    pub(crate) needle_supply: Option<Boxes>,
    pub(crate) syringe_supply: Option<Boxes>,
    pub(crate) capacity_rounding: Rounding,
    pub(crate) explain: Vec<String>,
    pub(crate) lang: Lang,
    pub(crate) out: PathBuf,
}

/// A number of boxes.
fn boxes(words: &mut Words<'_>, name: &str) -> Option<Boxes> {
    words.number(name, 0, Boxes::MAX).and_then(|number| Boxes::try_new(number).ok())
}

const NAMES: [&str; 16] = [
    "--cycle",
    "--supply",
    "--sites",
    "--encoding",
    "--seed",
    "--weights",
    "--method",
    "--ties",
    "--first-units",
    "--needles",
    "--needle-supply",
    "--syringe-supply",
    "--capacity-rounding",
    "--explain",
    "--lang",
    "--out",
];

impl Options {
    /// Reads the words; every fault at once.
    pub(crate) fn parse(words: &[String], book: &RuleBook) -> Result<Self, Stop> {
        let mut reader = Words::new(words, &NAMES);
        let lang = reader.lang();
        let cycle = reader.value("--cycle").unwrap_or("5").to_owned();
        let known = book.supplies().iter().find(|supply| supply.cycle == cycle);
        let given = boxes(&mut reader, "--supply");
        if known.is_none() {
            let list: Vec<&str> = book.supplies().iter().map(|supply| supply.cycle.as_str()).collect();
            let list = list.join(" ");
            reader.faults.push(say(
                lang,
                format!("--cycle {cycle}: 供給量の表にないクールです。次から選んでください: {list}"),
                format!("--cycle {cycle}: not in the table of supplies; choose one of {list}"),
            ));
        } else if given.is_none() && known.is_some_and(|supply| supply.boxes.is_none()) {
            reader.faults.push(say(
                lang,
                format!("--cycle {cycle}: このクールの供給量は公表されていません。--supply で指定してください"),
                format!("--cycle {cycle}: the supply of this cycle is not published; give --supply"),
            ));
        }
        let encoding = reader
            .choice("--encoding", &[("auto", None), ("utf-8", Some(Encoding::Utf8)), ("cp932", Some(Encoding::Cp932))]);
        let weights = reader.choice(
            "--weights",
            &[
                ("population-12", Weights::From12),
                ("population-15", Weights::From15),
                ("population-65", Weights::From65),
                ("population", Weights::All),
                ("capacity", Weights::Capacity),
            ],
        );
        let method = reader.choice("--method", &Method::ALL.map(|method| (method.as_str(), method)));
        let ties = reader.choice("--ties", &[("ruled", Ties::Ruled), ("report", Ties::Report)]);
        let first_units =
            reader.choice("--first-units", &[("refuse", FirstUnits::Refuse), ("by-weight", FirstUnits::ByWeight)]);
        let needles = reader.choice(
            "--needles",
            &[("top-up", Needles::TopUp), ("cap-to-parent", Needles::CapToParent), ("per-level", Needles::PerLevel)],
        );
        let capacity_rounding =
            reader.choice("--capacity-rounding", &[("ceil", Rounding::Ceil), ("floor", Rounding::Floor)]);
        let seed = reader.number("--seed", 0, u64::MAX);
        let needle_supply = boxes(&mut reader, "--needle-supply");
        let syringe_supply = boxes(&mut reader, "--syringe-supply");
        let (Some(known), true) = (known, reader.faults.is_empty()) else {
            return Err(Stop::Plain(reader.faults));
        };
        Ok(Self {
            product: known.product.clone(),
            delivery_week: known.delivery_week,
            supply: given.or(known.boxes).unwrap_or(Boxes::ZERO),
            supply_is_real: given.is_none(),
            supply_source: known.source.clone(),
            sites: reader.value("--sites").map(PathBuf::from),
            encoding: encoding.flatten(),
            seed: seed.unwrap_or(2021),
            weights: weights.unwrap_or(Weights::From12),
            method,
            ties: ties.unwrap_or_default(),
            first_units: first_units.unwrap_or_default(),
            needles: needles.unwrap_or(Needles::TopUp),
            needle_supply,
            syringe_supply,
            capacity_rounding: capacity_rounding.unwrap_or(Rounding::Ceil),
            explain: reader.values("--explain").into_iter().map(str::to_owned).collect(),
            lang,
            out: PathBuf::from(reader.value("--out").unwrap_or("out/national_cycle")),
            cycle,
        })
    }
}
