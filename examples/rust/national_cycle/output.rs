//! The files: CSV (UTF-8 with BOM) for spreadsheets, JSON for programs; all or none.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use vsys_core::allocation::Level;
use vsys_core::base::Quantity;
use vsys_core::rulebook::RuleBook;

use crate::Stop;
use crate::options::Options;
use crate::plan::Plan;
use crate::report::name;

/// One row of the answer, for both forms.
struct Row {
    level: &'static str,
    giver: String,
    code: String,
    name: String,
    vaccine: u64,
    doses: u64,
    needles: u64,
    syringes: u64,
    vials: Option<u64>,
}

/// Writes the files beside one another and puts them in place together.
pub(crate) fn write(book: &RuleBook, plan: &Plan, options: &Options, published: String) -> Result<Vec<PathBuf>, Stop> {
    let rows = rows(book, plan);
    let files = [
        ("allocation.csv", csv(&rows)),
        ("allocation.json", json(book, plan, options, &rows)),
        ("published.csv", published.into_bytes()),
    ];
    let failed =
        |path: &std::path::Path, error: std::io::Error| Stop::Plain(vec![format!("{}: {error}", path.display())]);
    fs::create_dir_all(&options.out).map_err(|error| failed(&options.out, error))?;
    let mut pending = Vec::new();
    for (file, bytes) in files {
        let (path, partial) = (options.out.join(file), options.out.join(format!("{file}.part")));
        fs::write(&partial, bytes).map_err(|error| failed(&partial, error))?;
        pending.push((partial, path));
    }
    for (partial, path) in &pending {
        fs::rename(partial, path).map_err(|error| failed(path, error))?;
    }
    Ok(pending.into_iter().map(|(_, path)| path).collect())
}

fn rows(book: &RuleBook, plan: &Plan) -> Vec<Row> {
    let cascade = plan.cascade();
    let [needles, syringes] = cascade.needles();
    let per_box = u64::from(plan.pack.doses_per_box());
    let mut rows = Vec::new();
    for (level, above) in [
        (Level::Prefecture, Level::Nation),
        (Level::Municipality, Level::Prefecture),
        (Level::Hub, Level::Municipality),
    ] {
        let givers = plan.network.givers(level);
        for ((index, id), giver) in plan.network.ids(level).iter().enumerate().zip(givers) {
            let of = |column: &[u64]| column.get(index).copied().unwrap_or(0);
            let vaccine = of(cascade.boxes(level));
            rows.push(Row {
                level: level.as_str(),
                giver: plan.network.ids(above).get(giver).map_or_else(String::new, |id| id.as_str().to_owned()),
                code: id.as_str().to_owned(),
                name: if level == Level::Hub { String::new() } else { name(book, id.as_str()) },
                vaccine,
                doses: vaccine * per_box,
                needles: of(needles.boxes(level)),
                syringes: of(syringes.boxes(level)),
                vials: (level == Level::Hub).then(|| of(cascade.hub_vials())),
            });
        }
    }
    let per_vial = match plan.pack.kind() {
        vsys_core::base::PackKind::Vaccine { doses_per_vial, .. } => u64::from(doses_per_vial),
        vsys_core::base::PackKind::Pieces { .. } => 0,
    };
    let hubs = plan.network.hub_of_satellites();
    for ((id, &vials), hub) in plan.network.satellites().iter().zip(cascade.satellite_vials()).zip(hubs) {
        rows.push(Row {
            level: "satellite",
            giver: plan.network.ids(Level::Hub).get(hub).map_or_else(String::new, |id| id.as_str().to_owned()),
            code: id.as_str().to_owned(),
            name: String::new(),
            vaccine: 0,
            doses: vials * per_vial,
            needles: 0,
            syringes: 0,
            vials: Some(vials),
        });
    }
    rows
}

fn csv(rows: &[Row]) -> Vec<u8> {
    let mut out =
        String::from("\u{FEFF}階層,配分元,コード,名称,ワクチン(箱),接種回数,針(箱),シリンジ(箱),バイアル\r\n");
    for row in rows {
        let vials = row.vials.map(|vials| vials.to_string()).unwrap_or_default();
        let figures = [row.vaccine, row.doses, row.needles, row.syringes].map(|number| number.to_string()).join(",");
        out.push_str(&format!("{},{},{},{},{figures},{vials}\r\n", row.level, row.giver, row.code, row.name));
    }
    out.into_bytes()
}

fn json(book: &RuleBook, plan: &Plan, options: &Options, rows: &[Row]) -> Vec<u8> {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "level": row.level, "giver": row.giver, "code": row.code, "name": row.name, "vaccine": row.vaccine,
                "doses": row.doses, "needles": row.needles, "syringes": row.syringes, "vials": row.vials,
            })
        })
        .collect();
    let assumptions: Vec<&str> = plan.answer.assumptions().iter().map(|id| id.as_str()).collect();
    let document = json!({
        "cycle": options.cycle,
        "delivery_week": options.delivery_week.to_string(),
        "product": options.product,
        "supply": {
            "vaccine": plan.registered.vaccine.number(),
            "needles": plan.registered.needles.map(Quantity::number),
            "syringes": plan.registered.syringes.map(Quantity::number),
            "needles_invented": plan.needle_supply_invented,
        },
        "method": plan.cascade().method().as_str(),
        "sites": if options.sites.is_some() { "read" } else { "invented" },
        "data_version": book.data_version(),
        "assumptions": assumptions,
        "rows": rows,
    });
    let mut bytes = document.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}
