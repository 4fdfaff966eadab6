# SPDX-License-Identifier: MIT
# A front for the presets in CMakePresets.json.

FILE ?= examples/song.mid
FUZZ_SECONDS ?= 60
PREFIX ?= /usr/local
JOBS := $(shell getconf _NPROCESSORS_ONLN)

# $(call configure,PRESET): CMake speaks only when something is wrong.
configure = cmake --preset $(1) --log-level=WARNING >/dev/null
sources = git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp'

.PHONY: build play test test-vm differential bench bench-ports install asan-ubsan tsan hardened fuzz format lint clean help

build: ## the library and the programs, into build/release
	@tools/install-deps build
	@$(call configure,release)
	@cmake --build --preset release --target mido mido_program

play: build ## play FILE (examples/song.mid), or write it to build/*.wav where there is no sound device
	@build/release/bin/mido play --or-wav "build/$$(basename "$(FILE)" .mid).wav" "$(FILE)"

test: ## build and run all tests
	@tools/install-deps build test
	@$(call configure,release)
	@cmake --build --preset release
	@ctest --preset release -j $(JOBS)

test-vm: ## the tests that need ALSA, in a virtual machine that has it
	@tools/install-deps build test vm
	@$(call configure,release)
	@cmake --build --preset release --target mido_vm_tests
	@tests/vm/run exact build/release/bin/mido_vm_tests '--gtest_filter=Alsa*:*/alsa:*/rtmidi:*/portmidi:*/amidi-*HasNoInput*'
	@tests/vm/run parallel build/release/bin/mido_vm_tests \
	  '--gtest_filter=AlsaLoad*:AlsaPorts*:*/alsa-*HasNoInput*:*KernelLost*'

differential: ## the same answers as Mido for Python? MIDO_CORPUS=folder, LARGEST=bytes of a file there
	@tools/install-deps build test differential
	@$(call configure,release)
	@cmake --build --preset release --target mido_differential
	@MIDO_CORPUS="$(MIDO_CORPUS)" LARGEST="$(LARGEST)" tests/original/run build/release/bin/mido_differential

bench: ## figures of speed: CORPUS=folder BIG=file LIVE=file, QUICK=1 (docs/performance.md)
	@tools/install-deps build bench >&2
	@cmake --preset release -DMIDO_BUILD_BENCH=ON --log-level=WARNING >/dev/null
	@cmake --build --preset release --target mido_bench >&2
	@CORPUS="$(CORPUS)" BIG="$(BIG)" LIVE="$(LIVE)" QUICK="$(QUICK)" ONLY="$(ONLY)" bench/run

bench-ports: ## latency, throughput and CPU of ports, beside RtMidi and the original
	@tools/install-deps build bench-ports >&2
	@cmake --preset release -DMIDO_BUILD_BENCH=ON --log-level=WARNING >/dev/null
	@cmake --build --preset release --target mido_bench_ports >&2
	@bench/ports/run

install: build ## into PREFIX (/usr/local), below DESTDIR
	@cmake --install build/release --prefix $(PREFIX)

# GCC's thread sanitizer does not start where the kernel scatters addresses too widely.
tsan: wrapper = $(shell setarch -R true 2>/dev/null && echo setarch -R)

asan-ubsan tsan hardened: ## the tests under sanitizers or with a checked standard library
	@tools/install-deps build test
	@$(call configure,$@)
	@cmake --build --preset $@
	@$(wrapper) ctest --preset $@ -j $(JOBS)

fuzz: ## every fuzzer, FUZZ_SECONDS (60) each; FUZZ_CORPUS=folder of MIDI files to start from
	@tools/install-deps build fuzz
	@$(call configure,$@)
	@cmake --build --preset $@
	@FUZZ_CORPUS="$(FUZZ_CORPUS)" fuzz/run $(FUZZ_SECONDS) $(FUZZ_TARGETS)

format: ## format all sources
	@tools/install-deps lint
	@$(sources) | xargs clang-format-14 -i

lint: ## formatting, licence lines, layers, clang-tidy
	@tools/install-deps build lint
	@$(sources) | xargs clang-format-14 --dry-run --Werror
	@tools/check-licence
	@tools/check-layers
	@$(call configure,tidy)
	@cmake --build --preset tidy

clean: ## remove build/
	@rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z].*## / { printf "make %-24s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
