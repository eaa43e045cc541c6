//! What would have to change for one unit more, in sentences.

use super::{method_name, titled};
use crate::base::Lang;
use crate::simulation::{Lever, WhatIf};

/// Says in sentences what would give a recipient one unit more (反実仮想の説明文). `name` stands beside the id when the
/// caller knows one.
///
/// ```
/// use vsys_core::allocation::{ApportionRequest, Recipient};
/// use vsys_core::base::{Lang, Quantity, Units, Weight};
/// use vsys_core::explain::what_if_text;
/// use vsys_core::simulation::{Lever, what_if};
/// let recipients = vec![
///     Recipient::new("131032".parse()?, Weight::try_new(5)?),
///     Recipient::new("131105".parse()?, Weight::try_new(3)?),
/// ];
/// let found = what_if(&ApportionRequest::new(Units::try_new(7)?, recipients), &"131105".parse()?, Lever::Supply)?;
/// let text = what_if_text(found.value(), "131105", "目黒区", Lang::Ja);
/// assert_eq!(text, "最大剰余法で目黒区（131105）の配分は 3 です。供給量が 7 から 10（+3）に増えると 4 になり、9 では 3 のままです。");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn what_if_text(of: &WhatIf, id: &str, name: &str, lang: Lang) -> String {
    let (title, method) = (titled(id, name, lang), method_name(of.method, lang));
    let (before, after, more) = (&of.before, &of.after, of.increase());
    match lang {
        Lang::En => {
            let lever = match of.lever {
                Lever::Supply => "the supply",
                Lever::Weight => "its weight",
            };
            format!(
                "By {method} {title} gets {}. It gets {} when {lever} rises from {} to {} (+{more}); at {} it gets {}.",
                of.amount, after.amount, of.now, after.value, before.value, before.amount
            )
        }
        Lang::Ja => {
            let still = if before.amount == of.amount { "のまま" } else { "" };
            format!(
                "{method}で{title}の配分は {} です。{}が {} から {}（+{more}）に増えると {} になり、{} では {} {still}です。",
                of.amount,
                of.lever.ja(),
                of.now,
                after.value,
                after.amount,
                before.value,
                before.amount
            )
        }
    }
}
