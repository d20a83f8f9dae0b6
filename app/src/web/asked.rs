//! The fields of a form that is made by a program and not written in a template: `asked` in `components.html` shows one.

/// What is asked for, by its name in the form.
pub struct Field {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub value: String,
    pub ask: Ask,
}

/// How it is asked for.
pub enum Ask {
    Line,
    Area,
    Number,
    Moment,
    /// Word, label, chosen.
    Choice(Vec<(String, String, bool)>),
    Tick,
}
