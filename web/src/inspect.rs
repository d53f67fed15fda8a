//! What is inside a token, whether it holds, and why it does not.

use serde_json::{Value, json};
use tokenmint::doctor::paste::Damage;
use tokenmint::doctor::{Answer, Found, Judgement, Layer, Question, diagnose};

use crate::refusal::Refusal;
use crate::request::Request;

/// `tokens`: an object a token, with `text` for people, `anatomy` and
/// `signature_check`, and else what the command says.
pub(crate) fn inspect(request: &Request) -> Result<Value, Refusal> {
    let question = request.question(&[])?;
    let found = Found::all(request.needed("text")?.trim(), &question)?;
    let tokens: Result<Vec<_>, _> = found.iter().map(|it| explained(it, &question)).collect();
    Ok(json!({ "tokens": tokens? }))
}

fn explained(found: &Found, question: &Question<'_>) -> Result<Value, Refusal> {
    let explanation = found.explain(question)?;
    let mut object = explanation.json();
    found.describe(&mut object);
    let notes = found.damages.iter().map(Damage::sentence);
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("token", found.token.as_str().into());
    put("text", explanation.text().into());
    put("tree", explanation.tree().into());
    put("notes", notes.collect());
    let layers = found.form.anatomy(&found.token, question);
    put("anatomy", layers.iter().map(Layer::json).collect());
    // The first answer is about the signature in every form.
    let answers = found.form.verify(&found.token, question)?;
    if let Some(answer) = answers.first() {
        put("signature_check", answer.json());
    }
    Ok(Value::Object(object))
}

/// `answers`, `holds` and `failing`, beside what the token is.
pub(crate) fn verify(request: &Request) -> Result<Value, Refusal> {
    let privileges = request.privileges()?;
    let question = request.question(&privileges)?;
    let found = Found::one(request.needed("text")?.trim(), &question)?;
    let answers = found.form.verify(&found.token, &question)?;
    let mut object = found.explain(&question)?.json();
    found.describe(&mut object);
    let judgement = Judgement::of(&answers);
    let failing = match judgement {
        Judgement::Fails(fault) => Some(fault.name()),
        _ => None,
    };
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("answers", answers.iter().map(Answer::json).collect());
    put("holds", (judgement == Judgement::Holds).into());
    put("failing", failing.into());
    Ok(Value::Object(object))
}

/// The diagnosis as the command gives it, with `told`: what each cause means
/// and what to do, and `text`: all of it for people.
pub(crate) fn doctor(request: &Request) -> Result<Value, Refusal> {
    let privileges = request.privileges()?;
    let question = request.question(&privileges)?;
    let diagnosis = diagnose(request.needed("text")?, &question);
    let mut object = diagnosis.json();
    let causes = diagnosis.causes.iter();
    let told = causes
        .map(|cause| json!({ "id": cause.id(), "meaning": cause.meaning(), "advice": cause.advice() }))
        .collect();
    object.insert("told".to_owned(), told);
    object.insert("text".to_owned(), diagnosis.text().into());
    Ok(Value::Object(object))
}
