//! A list with all that is asked of it, turned into the pieces of its SQL.

use crate::lists::{Column, List, Scope, Shape, Sight};
use broadside_db::{Result, Row, Value};

/// Comes after every text that begins so: the last character there is.
const LAST: char = '\u{10ffff}';

/// A signature's name, as it is compared.
pub const NAME: &str = "s.name_key";

/// A condition with `{}` for each of its values.
#[derive(Clone, Debug)]
pub struct Condition {
    pub sql: &'static str,
    pub values: Vec<Value>,
}

/// In which order, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Newest,
    By { column: &'static str, begins: String },
}

/// A list with all that was asked of it.
#[derive(Clone, Debug)]
pub struct Listing {
    pub list: &'static List,
    pub scope: i64,
    pub columns: Vec<(&'static Column, Sight)>,
    /// What leads to the rows by an index.
    pub leads: Option<Condition>,
    /// Whether that leads to so few rows that the index of their campaign is left alone.
    pub leads_alone: bool,
    /// What else holds of them.
    pub holds: Vec<Condition>,
    pub order: Order,
    /// Made from this moment on, and before that one.
    pub days: (Option<i64>, Option<i64>),
}

/// Where a page begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub key: String,
    pub id: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(Option<String>),
    Number(Option<i64>),
    Flag(Option<bool>),
}

#[derive(Clone, Debug)]
pub struct Line {
    pub spot: Spot,
    pub cells: Vec<Cell>,
}

#[derive(Default)]
pub struct Statement {
    pub values: Vec<Value>,
    pub conditions: Vec<String>,
}

impl Statement {
    pub fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    pub fn hold(&mut self, condition: &Condition) {
        let mut sql = String::new();
        let mut values = condition.values.iter().cloned();
        for (place, piece) in condition.sql.split("{}").enumerate() {
            if place > 0 {
                let value = values.next().unwrap_or(Value::I64(None));
                sql.push_str(&self.value(value));
            }
            sql.push_str(piece);
        }
        self.conditions.push(sql);
    }

    pub fn conditions(&self) -> String {
        if self.conditions.is_empty() { "1 = 1".to_owned() } else { self.conditions.join(" and ") }
    }
}

/// From a spot on, in the list's order or against it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    On,
    Back,
}

impl Listing {
    /// Whether it is in the order of signatures’ names, into which the newest come a moment later.
    pub fn is_by_name(&self) -> bool {
        matches!(self.order, Order::By { column: NAME, .. })
    }

    pub fn key(&self) -> &'static str {
        match &self.order {
            Order::Newest => "''",
            Order::By { column, .. } => column,
        }
    }

    /// What stands behind `from`; an address that is looked for leads to its rows.
    pub fn tables(&self, columns: bool) -> String {
        let (table, joined) = (self.list.table, self.list.joined);
        match &self.order {
            Order::By { column, .. } if column.starts_with("p.") && !table.ends_with(" p") => {
                format!("{table} {}", joined.replacen("left join person", "join person", 1))
            }
            _ if columns => format!("{table} {joined}"),
            _ => table.to_owned(),
        }
    }

    /// Between two spots of its order, as far as there are any. No planner makes a range of an index from
    /// pairs where it could make one of the text alone, so that the text's ends are said as well.
    pub fn scoped(&self, statement: &mut Statement, lowest: Option<&Spot>, highest: Option<&Spot>) {
        let by_order = self.order != Order::Newest;
        if !self.scope_only_holds() {
            let scope = statement.value(self.scope);
            let condition = match self.list.scope {
                // The people of an address lead to its rows, and the campaign only holds.
                Scope::Campaign { column, .. } if by_order && self.key().starts_with("p.") => format!(
                    "p.group_id = (select group_id from campaign where id = {scope}) and {column} + 0 = {scope}"
                ),
                Scope::Campaign { column, .. } if self.leads_alone => format!("{column} + 0 = {scope}"),
                Scope::Campaign { column, .. } | Scope::Group { column } => format!("{column} = {scope}"),
            };
            statement.conditions.push(condition);
        }
        if let Some(leads) = &self.leads {
            statement.hold(leads);
        }
        if let Order::By { column, begins } = &self.order {
            let from = statement.value(lowest.map_or(begins, |spot| &spot.key));
            let (than, until) = match highest {
                Some(spot) => ("<=", statement.value(&spot.key)),
                None => ("<", statement.value(format!("{begins}{LAST}"))),
            };
            statement.conditions.push(format!("{column} >= {from} and {column} {than} {until}"));
            if *column == NAME {
                // By which its index is known.
                statement.conditions.push("s.in_name_order".to_owned());
            }
        }
    }

    /// Where no index leads to a campaign, rows of others are looked at too, and count in the window.
    fn scope_only_holds(&self) -> bool {
        matches!(self.list.scope, Scope::Campaign { indexed: false, .. })
    }

    /// What no index leads to.
    pub fn held(&self, statement: &mut Statement) {
        if self.scope_only_holds()
            && let Scope::Campaign { column, .. } = self.list.scope
        {
            let scope = statement.value(self.scope);
            statement.conditions.push(format!("{column} = {scope}"));
        }
        if !self.list.always.is_empty() {
            statement.conditions.push(self.list.always.to_owned());
        }
        for condition in &self.holds {
            statement.hold(condition);
        }
        let made_at = self.list.made_at;
        if let Some(from) = self.days.0 {
            let from = statement.value(from);
            statement.conditions.push(format!("{made_at} >= {from}"));
        }
        if let Some(until) = self.days.1 {
            let until = statement.value(until);
            statement.conditions.push(format!("{made_at} < {until}"));
        }
    }

    pub fn is_narrowed(&self) -> bool {
        !self.list.always.is_empty() || !self.holds.is_empty() || self.days != (None, None)
    }

    pub fn beyond(&self, statement: &mut Statement, spot: &Spot, way: Way) {
        let id = self.list.id;
        let number = statement.value(spot.id);
        let condition = match (&self.order, way) {
            (Order::Newest, Way::On) => format!("{id} < {number}"),
            (Order::Newest, Way::Back) => format!("{id} > {number}"),
            (Order::By { column, .. }, way) => {
                let key = statement.value(&spot.key);
                let than = if way == Way::On { ">" } else { "<" };
                format!("({column}, {id}) {than} ({key}, {number})")
            }
        };
        statement.conditions.push(condition);
    }

    /// No further than a spot in the order of a text, that spot among it.
    pub fn up_to(&self, statement: &mut Statement, spot: &Spot, way: Way) {
        let (number, key) = (statement.value(spot.id), statement.value(&spot.key));
        let than = if way == Way::On { "<=" } else { ">=" };
        let (column, id) = (self.key(), self.list.id);
        statement.conditions.push(format!("({column}, {id}) {than} ({key}, {number})"));
    }

    pub fn ordered(&self, way: Way) -> String {
        let id = self.list.id;
        match (&self.order, way) {
            (Order::Newest, Way::On) => format!("{id} desc"),
            (Order::Newest, Way::Back) => id.to_owned(),
            (Order::By { column, .. }, Way::On) => format!("{column}, {id}"),
            (Order::By { column, .. }, Way::Back) => format!("{column} desc, {id} desc"),
        }
    }

    pub fn selected(&self) -> String {
        let shown = super::signatures::SHOWN;
        let cell = |(place, (column, sight)): (usize, &(&Column, Sight))| match sight {
            Sight::WhereShown => format!("case when {shown} then {} end as c{place}", column.sql),
            _ => format!("{} as c{place}", column.sql),
        };
        let cells: Vec<String> = self.columns.iter().enumerate().map(cell).collect();
        format!("{} as id, {} as key, {}", self.list.id, self.key(), cells.join(", "))
    }

    pub fn line(&self, row: &Row) -> Result<Line> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for (place, (column, _)) in self.columns.iter().enumerate() {
            let name = format!("c{place}");
            cells.push(match column.shape {
                Shape::Number | Shape::Moment => Cell::Number(row.get(&name)?),
                Shape::Flag => Cell::Flag(row.get(&name)?),
                _ => Cell::Text(row.get(&name)?),
            });
        }
        let key = row.get::<Option<String>>("key")?.unwrap_or_default();
        Ok(Line { spot: Spot { key, id: row.get("id")? }, cells })
    }
}

impl Listing {
    /// The same rows by their number: what was looked for by its beginning only holds.
    pub fn by_number(mut self) -> Self {
        if let Order::By { column, begins } = std::mem::replace(&mut self.order, Order::Newest)
            && !begins.is_empty()
        {
            let sql = match column {
                NAME => "s.name_key || '' >= {} and s.name_key || '' < {}",
                _ => "p.email_canonical || '' >= {} and p.email_canonical || '' < {}",
            };
            let values = vec![begins.as_str().into(), format!("{begins}{LAST}").into()];
            self.holds.push(Condition { sql, values });
        }
        self
    }
}
