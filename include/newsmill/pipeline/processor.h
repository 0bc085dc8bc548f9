// From a raw message to the outcomes of its items: the pure part of the
// pipeline, the same on every worker and thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "newsmill/extract/options.h"
#include "newsmill/input/options.h"
#include "newsmill/model/dead_letter.h"
#include "newsmill/model/fingerprint.h"
#include "newsmill/model/ignored_field.h"
#include "newsmill/model/raw_message.h"
#include "newsmill/output/options.h"
#include "newsmill/output/record.h"

namespace newsmill::pipeline {

/// What one item of a message became.
struct Outcome {
  std::optional<int32_t> item;  // none: the document is not part of a feed
  std::variant<output::PreparedRecord, model::Rejection> content;
  model::Fingerprint fingerprint{};  // of a record
  int64_t input_time_ms = -1;        // of a record; see FingerprintEntry
  model::IgnoredFields ignored{};    // of the message, with its first item
};

/// Returns at least one outcome, in the order of the items.
using ProcessFunction =
    std::function<std::vector<Outcome>(const model::RawMessage&)>;

/// Processes the message in a child process. Returns how the child died if only
/// the message can be the reason. Returns nothing if the child did not die, or
/// if something else killed it. Calls `goes_on` now and then; when that returns
/// false, it returns nothing soon.
using ExamineFunction = std::function<std::optional<std::string>(
    const model::RawMessage&, const std::function<bool()>& goes_on)>;

struct ProcessorOptions {
  input::Options input;
  extract::Options extract;
  output::Options output;
  /// False: each outcome has a fingerprint that matches no other.
  bool deduplicate = true;
};

/// Decodes a message, extracts its articles, and writes their records and
/// fingerprints. Never throws because of a document: a bad one gives a
/// Rejection.
std::vector<Outcome> Process(const ProcessorOptions& options,
                             const model::RawMessage& message);

}  // namespace newsmill::pipeline
