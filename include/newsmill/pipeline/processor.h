// Turns a raw message into the outcomes of its items. This part of the pipeline
// is pure: a message gives the same outcomes on every worker and thread.
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

/// The result of one item of a message.
struct Outcome {
  std::optional<int32_t> item;  // none: the document is not part of a feed
  std::variant<output::PreparedRecord, model::Rejection> content;
  model::Fingerprints fingerprints{};  // only for a record
  int64_t input_time_ms = -1;      // only for a record; see FingerprintEntry
  model::IgnoredFields ignored{};  // only in the first outcome
};

/// A function that returns at least one outcome, in the order of the items.
using ProcessFunction =
    std::function<std::vector<Outcome>(const model::RawMessage&)>;

/// A function that processes the message in a child process. If the child died,
/// and only the message can be the cause, returns how the child died. Otherwise
/// returns nothing. The function calls `goes_on` from time to time. After
/// `goes_on` has returned false, the function soon stops and returns nothing.
using ExamineFunction = std::function<std::optional<std::string>(
    const model::RawMessage&, const std::function<bool()>& goes_on)>;

struct ProcessorOptions {
  input::Options input;
  extract::Options extract;
  output::Options output;
  /// False: each outcome gets a fingerprint that matches no other fingerprint.
  bool deduplicate = true;
};

/// Decodes a message, extracts its articles, and writes their records and
/// fingerprints. Never throws because of a document: an invalid document gives
/// a Rejection.
std::vector<Outcome> Process(const ProcessorOptions& options,
                             const model::RawMessage& message);

}  // namespace newsmill::pipeline
