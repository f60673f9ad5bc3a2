# The everyday commands; `just` lists them. Each is one line that works without just as well.

# List the commands
default:
    @just --list

# Build the program, as it is installed
build:
    cargo build --release --locked

# Check everything a change can break; `just test --all` also what takes long
test *options:
    ./test {{ options }}

# Check while writing: compile everything, run the unit tests that the filter names
quick filter="":
    cargo check --locked --all-targets
    cargo test --locked --lib {{ filter }}

# Measure speed: `just bench`, or one of them, `just bench compare`
bench name="":
    cargo bench --locked --bench {{ if name == "" { "'*'" } else { name } }}

# Feed each fuzz target with random input for some seconds
fuzz seconds="60":
    fuzz/run {{ seconds }}

# Build the documentation and open it
docs:
    cargo doc --locked --no-deps --open

# Measure quality against the floors; EVAL_PACK is the folder with the measuring data
eval: build
    python3 "${EVAL_PACK:?set EVAL_PACK to the folder with the measuring data}/run.py" --bin target/release/writethru --floors docs/floors.json
    "$EVAL_PACK/exam" --bin target/release/writethru --floors docs/exam-floors.json

# Show what the program does, with a story of its own
demo:
    cargo run --release --locked -- demo
