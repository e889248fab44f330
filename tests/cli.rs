//! The command as people run it: a process, its output, its exit code.
#![cfg(feature = "cli")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn tawsim(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tawsim"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that ends early has closed its input: that is for the caller to judge.
    let _ = writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// UTF-16 offsets, as JavaScript would slice.
fn slice(text: &str, entity: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |key: &str| entity[key].as_u64().unwrap() as usize;
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

#[test]
fn batch_answers_a_line_with_a_line() {
    let text = "😀 زار الرئيس جو بايدن بغداد.";
    let output = tawsim(&["batch"], format!("{}\n", json!({"id": "a", "text": text})).as_bytes());
    assert!(output.status.success());
    let [line] = lines(&output).try_into().unwrap();
    assert_eq!((&line["id"], &line["offset_unit"]), (&json!("a"), &json!("utf16")));
    let entities = line["entities"].as_array().unwrap();
    assert!(entities.iter().any(|entity| entity["type"] == "LOC" && entity["text"] == "بغداد"), "{line}");
    for entity in entities {
        assert_eq!(slice(text, entity), entity["text"].as_str().unwrap());
        for key in ["type", "start", "end", "text", "surface", "norm", "score", "source", "sentence"] {
            assert!(!entity[key].is_null(), "{key} in {entity}");
        }
    }
}

#[test]
fn batch_answers_bad_lines_in_their_place() {
    let mut input = b"{\"id\":1,\"text\":\"\"}\nnot json\n\n{\"id\":\"x\"}\n\"\xFF\"\n".to_vec();
    input.extend(br#"{"id":{"any":"id"},"text":"\ud800 lone"}"#);
    input.extend(b"\r\n{\"text\":\"no id\"}");
    let output = tawsim(&["batch"], &input);
    assert!(output.status.success());
    let lines = lines(&output);
    let codes: Vec<_> = lines.iter().map(|line| line["error"]["code"].as_str().unwrap_or("ok")).collect();
    let expected = ["ok", "invalid_json", "empty_line", "invalid_json", "invalid_utf8", "invalid_json", "ok"];
    assert_eq!(codes, expected);
    assert_eq!(lines[3]["id"], json!("x"));
    assert_eq!(lines[3]["error"]["line"], json!(4));
}

#[test]
fn segment_gives_sentences_tokens_and_pieces() {
    let text = "😀 وصل د. سعيد وللعراقيين.\nوسيكون #بغداد_اليوم";
    let input = format!("{}\nnot json\n{}\n", json!({"id": ["a"], "text": text}), json!({"text": ""}));
    let output = tawsim(&["segment"], input.as_bytes());
    assert!(output.status.success());
    let [line, bad, empty] = lines(&output).try_into().unwrap();
    assert_eq!((&line["id"], &line["offset_unit"]), (&json!(["a"]), &json!("utf16")));
    let slices = |key: &str| {
        let all = line[key].as_array().unwrap().iter();
        all.map(|span| slice(text, span)).collect::<Vec<_>>()
    };
    assert_eq!(slices("sentences"), ["😀 وصل د. سعيد وللعراقيين.", "وسيكون #بغداد_اليوم"]);
    let words = ["😀", "وصل", "د.", "سعيد", "وللعراقيين", ".", "وسيكون", "#بغداد_اليوم"];
    assert_eq!(slices("tokens"), words);
    let tokens = line["tokens"].as_array().unwrap();
    let kinds: Vec<_> = tokens.iter().map(|token| token["kind"].as_str().unwrap()).collect();
    let expected = ["symbol", "word", "abbreviation", "word", "word", "punctuation", "word", "hashtag"];
    assert_eq!(kinds, expected);
    let pieces = |token: &Value| {
        let pieces = token["pieces"].as_array().unwrap().iter();
        let pieces =
            pieces.map(|piece| format!("{}/{}", slice(text, piece), piece["role"].as_str().unwrap()));
        pieces.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(pieces(&tokens[4]), "و/conjunction ل/preposition لعراقيين/stem");
    assert_eq!(pieces(&tokens[6]), "و/conjunction س/future يكون/stem");
    assert_eq!(pieces(&tokens[0]), "😀/stem");
    assert_eq!(slice(text, &tokens[4]["pieces"][2]["article"]), "ل");
    assert_eq!(bad["error"]["code"], "invalid_json");
    assert_eq!(empty, json!({"id": null, "offset_unit": "utf16", "sentences": [], "tokens": []}));
}

#[test]
fn annotate_reads_standard_input_and_writes_both_formats() {
    let json = tawsim(&["annotate", "--without", "roles"], "اجتمع الوزراء في القاهرة.".as_bytes());
    assert_eq!(lines(&json)[0]["entities"][0]["text"], json!("القاهرة"));
    let conll = tawsim(
        &["annotate", "--format", "conll", "--without", "roles", "-"],
        "اجتمع الوزراء في القاهرة.".as_bytes(),
    );
    let text = String::from_utf8(conll.stdout).unwrap();
    let (comments, rows) = text.split_once("}\n").unwrap();
    assert!(comments.starts_with("# newdoc\n# annotation = {"), "{comments}");
    assert_eq!(rows, "اجتمع\tO\nالوزراء\tO\nفي\tO\nالقاهرة\tB-LOC\n.\tO\n\n");
}

#[test]
fn batch_writes_lines_that_are_whole() {
    let text = "زار الرئيس جو بايدن بغداد.";
    let input = format!("{}\n{}\n", json!({"id": "a", "text": text}), json!({"id": 7, "text": ""}));
    let brief = lines(&tawsim(&["batch"], input.as_bytes()));
    let whole = lines(&tawsim(&["batch", "--format", "jsonl"], input.as_bytes()));
    assert!(brief[0].get("text").is_none());
    assert_eq!((&whole[0]["text"], &whole[1]["id"]), (&json!(text), &json!(7)));
    assert_eq!(whole[0]["entities"], brief[0]["entities"]);
    let pages = lines(&tawsim(&["batch", "--format", "w3c"], input.as_bytes()));
    assert_eq!(pages[0]["total"], json!(brief[0]["entities"].as_array().unwrap().len()));
    assert_eq!(tawsim(&["batch", "--format", "html"], b"").status.code(), Some(2));
}

#[test]
fn convert_goes_round_through_all_formats() {
    let text = "اجتمع الوزراء في القاهرة\r\nثم في <بغداد> & عمّان.";
    let first = tawsim(&["annotate", "--format", "jsonl"], text.as_bytes()).stdout;
    let folder = std::env::temp_dir().join(format!("tawsim-convert-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).into_os_string().into_string().unwrap();
    let (ann, txt) = (path("a.ann"), path("a.txt"));
    let formats = ["jsonl", "conll", "w3c", "tei", "html", "brat", "json", "jsonl"];
    let mut file = first.clone();
    for pair in formats.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let output = match (from, to) {
            (_, "brat") => tawsim(&["convert", "--from", from, "--to", to, "--text", &txt], &file),
            ("brat", _) => {
                std::fs::write(&ann, &file).unwrap();
                tawsim(&["convert", "--from", from, "--to", to, &ann], b"")
            }
            _ => tawsim(&["convert", "--from", from, "--to", to], &file),
        };
        assert!(output.status.success(), "{from} {to}: {}", String::from_utf8_lossy(&output.stderr));
        file = output.stdout;
    }
    assert_eq!(std::fs::read_to_string(&txt).unwrap(), text);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(String::from_utf8(file).unwrap(), String::from_utf8(first).unwrap());
}

#[test]
fn what_is_wrong_is_said_with_a_code() {
    let cases: [(&[&str], &[u8], i32, &str); 9] = [
        (&["annotate"], b"\xFF", 1, "not UTF-8 from byte 0"),
        (&["annotate", "no-such-file.txt"], b"", 1, "no-such-file.txt"),
        (&["annotate", "--model", "Cargo.toml"], b"", 1, "model_magic"),
        (&["annotate", "--format", "xml"], b"", 1, "format_unknown"),
        (&["eval", "ner", "Cargo.toml"], b"", 1, "corpus_invalid"),
        (&["convert", "--from", "json"], b"", 2, "usage"),
        (&["convert", "--from", "tei", "--to", "html"], b"<TEI/>", 1, "import_invalid"),
        (&["convert", "--from", "jsonl", "--to", "tei"], b"", 1, "0 documents"),
        (&["fly"], b"", 2, "usage"),
    ];
    for (arguments, input, code, words) in cases {
        let output = tawsim(arguments, input);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {message}");
        assert!(message.contains(words), "{arguments:?}: {message}");
        assert!(!message.contains("panicked"), "{message}");
    }
}

/// A file of its own in the folder that cargo gives to tests.
fn file(name: &str, text: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, text).unwrap();
    path
}

/// Type, text and identifier of what the lists have found.
fn listed(output: &Output) -> Vec<[String; 3]> {
    let document = &lines(output)[0];
    let listed = document["entities"].as_array().unwrap().iter().filter(|e| e["source"] == "gazetteer");
    let get = |entity: &Value, key: &str| entity[key].as_str().unwrap_or_default().to_owned();
    listed.map(|entity| ["type", "text", "id"].map(|key| get(entity, key))).collect()
}

#[test]
fn gazetteers_are_read_in_each_form() {
    let text = "فاز نسور الوادي على شباب السهل، وقال «عزم» إن الفريق قوي.";
    let expected = ["TEAM نسور الوادي t1", "TEAM شباب السهل t2", "ORG عزم 7"];
    let json = r#"[
  {"name": "نسور الوادي", "type": "TEAM", "id": "t1", "comment": "passed over"},
  {"name": "نادي السهل", "type": "TEAM", "id": "t2", "aliases": ["شباب السهل"], "priority": 1},
  {"name": "عزم", "type": "ORG", "id": 7, "context": {"quotes": true}}
]"#;
    let csv = "\u{feff}Name;Type;ID;Aliases;Priority;Quotes;Note\r\nنسور الوادي;TEAM;t1;;;;a\r\n\
        نادي السهل;TEAM;t2;الأول|شباب السهل;1;;\r\nعزم;ORG;7;;;نعم;\r\n";
    let rows = json.lines().filter_map(|line| line.trim().strip_prefix('{'));
    let ndjson: String = rows.map(|row| format!("{{{}\n\n", row.trim_end_matches(','))).collect();
    for (name, list) in [("lists.json", json), ("lists.csv", csv), ("lists.ndjson", &ndjson)] {
        let output = tawsim(&["annotate", "--gazetteer", &file(name, list)], text.as_bytes());
        assert_eq!(String::from_utf8(output.stderr.clone()).unwrap(), "", "{name}");
        assert_eq!(listed(&output).iter().map(|row| row.join(" ")).collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn bad_rows_of_a_list_are_told_by_their_line_and_the_good_ones_count() {
    let json = "[\n {\"name\": \"نسور الوادي\", \"type\": \"TEAM\"},\n\n {\"type\": \"TEAM\"},\n 7,\n {\"name\": \"\", \"type\": \"X\"}, {\"name\": \"س\", \"type\": \"\"}]";
    let csv = "name,type,priority\n\"اسم\nطويل\",TEAM,high\nشباب السهل,TEAM,0.5\n,TEAM,1\nشباب السهل,ORG,1\n";
    let (json, csv) = (file("bad.json", json), file("bad.csv", csv));
    let arguments = ["batch", "--gazetteer", &json, "--gazetteer", &csv];
    let output =
        tawsim(&arguments, json!({"text": "فاز نسور الوادي على شباب السهل."}).to_string().as_bytes());
    assert!(output.status.success());
    assert_eq!(listed(&output).len(), 2);
    let told = String::from_utf8(output.stderr).unwrap();
    let places = [
        "bad.json:4: entry_invalid",
        "bad.json:5: entry_invalid",
        "bad.json:6: entry_name",
        "bad.json:6: entry_type",
        "bad.csv:2: entry_priority",
        "bad.csv:5: entry_name",
        "bad.csv:6: entry_duplicate",
    ];
    for (line, place) in told.lines().zip(places) {
        assert!(line.contains(place), "{line} {place}");
    }
    assert_eq!(told.lines().count(), places.len(), "{told}");
}

#[test]
fn blocked_names_are_not_marked() {
    let text = "وصل الوفد إلى بغداد قادما من القاهرة، ثم عاد لبغداد.";
    for (name, list) in [
        ("block.txt", "# not this one\nبغداد\n"),
        ("block.json", "[\"بغداد\", {\"name\": \"القاهرة\", \"types\": [\"PERS\"]}]"),
        ("block.csv", "name,types\nبغداد,LOC|ORG|PERS|MISC\nالقاهرة,PERS\n"),
    ] {
        let output = tawsim(&["annotate", "--block", &file(name, list)], text.as_bytes());
        let line = &lines(&output)[0];
        let names: Vec<_> = line["entities"].as_array().unwrap().iter().map(|e| e["text"].clone()).collect();
        assert_eq!(names, ["القاهرة"], "{name}");
    }
}

#[test]
fn lists_that_are_none_are_refused() {
    for (name, list, code) in [
        ("none.json", "[{\"name\":", "list_invalid"),
        ("none.csv", "title,type\nبغداد,LOC\n", "list_invalid"),
        ("none.txt", "بغداد\n", "list_invalid"),
    ] {
        let output = tawsim(&["annotate", "--gazetteer", &file(name, list)], b"");
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains(code) && message.contains(name), "{message}");
    }
    let output = tawsim(&["eval", "ner", "--gazetteer", "no-such.json", "Cargo.toml"], b"");
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such.json"));
}
