#include "log/inspect.h"

#include <chrono>
#include <utility>

#include "fmt/format.h"
#include "fmt/ranges.h"
#include "log/report.h"
#include "log/scan.h"
#include "log/verify.h"

namespace newsmill::app {
namespace {

using pipeline::LogBounds;
using pipeline::LogError;
using Clock = std::chrono::steady_clock;

// The fleet may trim the log while this command reads it. Then the command
// starts again at the new first entry, at most so often.
constexpr int kMaxTrims = 3;

Error ErrorOf(const LogError& error) {
  return {.message = error.what, .misconfigured = error.misconfigured};
}

bool IsForeign(const std::optional<model::GenesisEntry>& found,
               const model::GenesisEntry& expected) {
  return found &&
         (found->group != expected.group || found->outputs != expected.outputs);
}

Error ForeignLog(const InspectOptions& options,
                 const model::GenesisEntry& found) {
  return {
      .message = fmt::format(
          "{} belongs to group {} with outputs {}, but the configuration has "
          "group {} with outputs {}; use the configuration of that fleet, or "
          "correct topics.fingerprints",
          options.topic, found.group, fmt::join(found.outputs, ", "),
          options.expected.group, fmt::join(options.expected.outputs, ", ")),
      .misconfigured = true};
}

struct Scanned {
  LogScan scan;
  double seconds = 0;
};

std::expected<Scanned, LogError> Scan(LogReading& reading, LogBounds bounds,
                                      const InspectOptions& options) {
  Scanned scanned{
      .scan =
          LogScan(bounds, {.place_spacing = options.place_spacing,
                           .keep_marks = options.verify && bounds.first > 0}),
      .seconds = 0};
  const auto begun = Clock::now();
  const auto read = reading.Read(
      bounds.first, bounds.end, [&](const pipeline::LogRecord& record) {
        scanned.scan.Read(record);
        return !IsForeign(scanned.scan.genesis(), options.expected);
      });
  if (!read) return std::unexpected(read.error());
  scanned.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  return scanned;
}

std::expected<Inspected, LogError> InspectFrom(LogReading& reading,
                                               LogBounds bounds,
                                               const InspectOptions& options) {
  const auto scanned = Scan(reading, bounds, options);
  if (!scanned) return std::unexpected(scanned.error());
  const LogScan& scan = scanned->scan;
  if (IsForeign(scan.genesis(), options.expected)) {
    return std::unexpected(
        LogError{.what = ForeignLog(options, *scan.genesis()).message,
                 .misconfigured = true});
  }
  LogReport report{
      .topic = options.topic, .scan = scan, .scan_seconds = scanned->seconds};
  std::expected<Verification, LogError> verified;
  if (options.verify) {
    verified = Verify(reading, scan);
    if (!verified) return std::unexpected(verified.error());
    report.verification = &*verified;
  }
  return Inspected{
      .text = options.json ? JsonOf(report) : TextOf(report),
      .is_right = !options.verify || verified->Count(Verdict::kWrong) == 0};
}

}  // namespace

std::expected<Inspected, Error> Inspect(pipeline::FingerprintLog& log,
                                        const InspectOptions& options,
                                        LogReading::Progress progress) {
  LogReading reading(log, std::move(progress));
  const auto opened = reading.Open();
  if (!opened) return std::unexpected(opened.error());
  LogBounds bounds = *opened;
  for (int trims = 0;; ++trims) {
    auto inspected = InspectFrom(reading, bounds, options);
    if (inspected) return *std::move(inspected);
    if (!inspected.error().trimmed || trims == kMaxTrims) {
      return std::unexpected(ErrorOf(inspected.error()));
    }
    bounds = inspected.error().bounds;
  }
}

}  // namespace newsmill::app
