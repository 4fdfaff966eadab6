// SPDX-License-Identifier: MIT
//! Reads files with midly: `midly lazy|stored|live LIST SECONDS`, where LIST has a file a line:
//! how many events it holds, a tab, its name.
//! Prints one line: `seconds S bytes N items N`, or `error TEXT`.
use std::{env, fs, hint::black_box, process, time::Instant};

/// Events, or why a file was not read.
type Count = Result<usize, String>;

/// Goes through all events; nothing is kept.
fn lazy(file: &[u8]) -> Count {
    let (_, tracks) = midly::parse(file).map_err(|e| e.to_string())?;
    let mut events = 0;
    for track in tracks {
        for event in track.map_err(|e| e.to_string())? {
            black_box(event.map_err(|e| e.to_string())?);
            events += 1;
        }
    }
    Ok(events)
}

/// All events in vectors; their payloads stay in the file.
fn stored(file: &[u8]) -> Count {
    let song = midly::Smf::parse(file).map_err(|e| e.to_string())?;
    Ok(black_box(&song).tracks.iter().map(Vec::len).sum())
}

fn live(stream: &[u8]) -> Count {
    let mut parser = midly::stream::MidiStream::new();
    let mut messages = 0;
    for portion in stream.chunks(256) {
        parser.feed(portion, |event| {
            black_box(event);
            messages += 1;
        });
    }
    Ok(messages)
}

fn pass(read: fn(&[u8]) -> Count, files: &[(String, Vec<u8>)]) -> Count {
    let mut events = 0;
    for (name, bytes) in files {
        events += read(bytes).map_err(|e| format!("midly does not take {name}: {e}"))?;
    }
    Ok(events)
}

/// As many passes as fit into that time, after one that warms up; a single one for no time.
fn measure(read: fn(&[u8]) -> Count, files: &[(String, Vec<u8>)], seconds: f64) -> Result<String, String> {
    if seconds > 0.0 {
        pass(read, files)?;
    }
    let start = Instant::now();
    let mut passes = 0;
    let mut events = 0;
    while passes == 0 || start.elapsed().as_secs_f64() < seconds {
        events = pass(read, files)?;
        passes += 1;
    }
    let time = start.elapsed().as_secs_f64() / f64::from(passes);
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    Ok(format!("seconds {time:.9} bytes {bytes} items {events}"))
}

fn run() -> Result<String, String> {
    let args: Vec<String> = env::args().collect();
    let [_, row, list, seconds] = args.as_slice() else {
        return Err("usage: midly lazy|stored|live LIST SECONDS".into());
    };
    let read = match row.as_str() {
        "lazy" => lazy,
        "stored" => stored,
        "live" => live,
        _ => return Err(format!("no row {row}")),
    };
    let names = fs::read_to_string(list).map_err(|e| e.to_string())?;
    let mut files = Vec::new();
    for line in names.lines() {
        let (_, name) = line.split_once('\t').ok_or("LIST has a line without a tab")?;
        files.push((name.to_string(), fs::read(name).map_err(|e| format!("{name}: {e}"))?));
    }
    measure(read, &files, seconds.parse().map_err(|_| "SECONDS is no number")?)
}

fn main() {
    match run() {
        Ok(line) => println!("{line}"),
        Err(error) => {
            println!("error {error}");
            process::exit(1);
        }
    }
}
