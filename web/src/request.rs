//! What is asked, read from JSON.

use serde_json::{Map, Value};
use tokenmint::agora::{Account, Role};
use tokenmint::doctor::names::{parse_privilege, parse_role};
use tokenmint::doctor::{Privilege, Question, Version};

use crate::refusal::Refusal;

/// The most bytes of a request: more than any text that has a token.
const MAX: usize = 16 << 20;

/// A request: the members of its object.
pub(crate) struct Request(Map<String, Value>);

impl Request {
    /// Reads a request.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > MAX {
            return Err(Refusal::request("the text is longer than 16 MiB"));
        }
        match serde_json::from_str(text) {
            Ok(Value::Object(members)) => Ok(Self(members)),
            _ => Err(Refusal::request("expected a JSON object")),
        }
    }

    /// What is wanted.
    pub(crate) fn wanted(&self) -> Result<&str, Refusal> {
        self.needed("do")
    }

    /// A text that may be left out: absent, or `null`.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<&str>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Refusal::member(name, "expected a text")),
        }
    }

    /// A text that has to be there.
    pub(crate) fn needed(&self, name: &'static str) -> Result<&str, Refusal> {
        let missing = || Refusal::member(name, "is missing");
        self.text(name)?.ok_or_else(missing)
    }

    /// A number that may be left out.
    pub(crate) fn number<N: TryFrom<i64>>(&self, name: &'static str) -> Result<Option<N>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let number = value.as_i64().and_then(|number| N::try_from(number).ok());
                let wrong = || Refusal::member(name, "expected a whole number in its range");
                number.map(Some).ok_or_else(wrong)
            }
        }
    }

    /// A number that has to be there.
    pub(crate) fn needed_number<N: TryFrom<i64>>(&self, name: &'static str) -> Result<N, Refusal> {
        let missing = || Refusal::member(name, "is missing");
        self.number(name)?.ok_or_else(missing)
    }

    /// A list of as many numbers, which may be left out.
    pub(crate) fn numbers<const N: usize>(
        &self,
        name: &'static str,
    ) -> Result<Option<[u32; N]>, Refusal> {
        let list = match self.0.get(name) {
            None | Some(Value::Null) => return Ok(None),
            Some(value) => value.as_array(),
        };
        let number = |value: &Value| value.as_u64().and_then(|it| u32::try_from(it).ok());
        let numbers = list.and_then(|list| list.iter().map(number).collect::<Option<Vec<_>>>());
        let wrong = || Refusal::member(name, format!("expected a list of {N} numbers"));
        let numbers = numbers.and_then(|numbers| numbers.try_into().ok());
        numbers.map(Some).ok_or_else(wrong)
    }

    /// Yes or no; no when it is left out.
    pub(crate) fn flag(&self, name: &'static str) -> Result<bool, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(Refusal::member(name, "expected true or false")),
        }
    }

    /// The user: `uid` as a number, or `account` as a text.
    pub(crate) fn user(&self) -> Result<Option<Account<'_>>, Refusal> {
        match (self.number("uid")?, self.text("account")?) {
            (None, None) => Ok(None),
            (Some(uid), None) => Ok(Some(Account::Uid(uid))),
            (None, Some(name)) => Ok(Some(Account::Name(name))),
            (Some(_), Some(_)) => Err(Refusal::member("account", "there is a `uid` as well")),
        }
    }

    /// What the user wants to be.
    pub(crate) fn role(&self) -> Result<Option<Role>, Refusal> {
        let role = self.text("role")?.map(parse_role).transpose();
        role.map_err(|message| Refusal::member("role", message))
    }

    /// The single privileges that are wanted.
    pub(crate) fn privileges(&self) -> Result<Vec<Privilege>, Refusal> {
        const NAME: &str = "privileges";
        let wrong = || Refusal::member(NAME, "expected a list of texts such as rtc:join");
        let list = match self.0.get(NAME) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(list)) => list,
            Some(_) => return Err(wrong()),
        };
        let read = |value: &Value| {
            let text = value.as_str().ok_or_else(wrong)?;
            parse_privilege(text).map_err(|message| Refusal::member(NAME, message))
        };
        list.iter().map(read).collect()
    }

    /// Everything that is known of what the token should be.
    pub(crate) fn question<'a>(
        &'a self,
        privileges: &'a [Privilege],
    ) -> Result<Question<'a>, Refusal> {
        let mut question = Question::at(self.needed_number("now")?);
        question.app_id = self.text("app_id")?;
        question.secret = self.text("secret")?;
        question.public_key = self.text("public_key")?.map(str::as_bytes);
        question.audience = self.text("audience")?;
        question.channel = self.text("channel")?;
        question.user = self.user()?;
        question.role = self.role()?;
        question.privileges = privileges;
        question.without_privilege = self.flag("any_privilege")?;
        question.accepts = self.accepts()?;
        question.sdk_error = self.text("sdk_error")?;
        Ok(question)
    }

    fn accepts(&self) -> Result<Option<Version>, Refusal> {
        let Some(text) = self.text("accepts")? else {
            return Ok(None);
        };
        let mut versions = Version::ALL.into_iter();
        let version = versions.find(|version| version.digits() == text);
        let wrong = || Refusal::member("accepts", "expected 007, 006, 04 or 03");
        version.map(Some).ok_or_else(wrong)
    }
}
