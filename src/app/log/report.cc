#include "log/report.h"

#include <algorithm>
#include <ctime>
#include <vector>

#include "fmt/chrono.h"
#include "fmt/format.h"
#include "fmt/ranges.h"
#include "newsmill/json/writer.h"

namespace newsmill::app {
namespace {

using Size = LogScan::Size;

/// Returns a time in RFC 3339, such as "2026-11-24T06:00:00Z".
std::string TimeOf(int64_t ms) {
  constexpr int64_t kYear10000Ms = 253'402'300'800'000;
  if (ms < 0 || ms >= kYear10000Ms) return "unknown";
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                     fmt::gmtime(static_cast<std::time_t>(ms / 1000)));
}

std::string BytesOf(int64_t bytes) {
  const auto number = static_cast<double>(bytes);
  if (bytes < 10'000) return fmt::format("{} B", bytes);
  if (bytes < 10'000'000) return fmt::format("{:.1f} kB", number / 1e3);
  if (bytes < 10'000'000'000) return fmt::format("{:.1f} MB", number / 1e6);
  return fmt::format("{:.1f} GB", number / 1e9);
}

std::string SizeOf(const Size& size) {
  return fmt::format("{} entries, about {}", size.entries, BytesOf(size.bytes));
}

std::string_view Name(SeenMark::State state) {
  switch (state) {
    case SeenMark::State::kValid:
      return "valid";
    case SeenMark::State::kObjected:
      return "objected";
    case SeenMark::State::kMalformed:
      return "malformed";
    case SeenMark::State::kIncomplete:
      return "incomplete";
  }
  return "";
}

bool IsComplete(const SeenMark& mark) {
  return mark.state == SeenMark::State::kValid ||
         mark.state == SeenMark::State::kObjected;
}

const SeenMark* NewestValid(const LogScan& scan) {
  const SeenMark* newest = nullptr;
  for (const SeenMark& mark : scan.marks()) {
    if (mark.state == SeenMark::State::kValid) newest = &mark;
  }
  return newest;
}

/// The part of the log that a worker reads when it starts.
struct Start {
  bool is_possible = false;
  std::optional<int64_t> place;  // of the mark; empty: offset 0
  int64_t load = 0;              // entries
  int64_t apply = 0;             // entries
  std::optional<double> seconds;
  bool is_measured = false;  // the rate is that of loading and applying
};

double Rate(int64_t entries, double seconds) {
  return seconds <= 0 ? 0 : static_cast<double>(entries) / seconds;
}

Start StartOf(const LogReport& report) {
  const LogScan& scan = report.scan;
  Start start;
  const auto starts = scan.Starts();
  if (!starts.empty()) {
    const SeenMark& mark = scan.marks()[starts.back().mark];
    start.is_possible = true;
    start.place = mark.place;
    start.load = std::max<int64_t>(mark.place - starts.back().first_text, 0);
    start.apply = scan.bounds().end - mark.place;
  } else if (scan.bounds().first == 0) {
    start.is_possible = true;
    start.apply = scan.bounds().end;
  }
  double load_rate = Rate(scan.total().entries, report.scan_seconds);
  double apply_rate = load_rate;
  if (const Verification* done = report.verification;
      done != nullptr && done->applied > 0) {
    start.is_measured = true;
    apply_rate = Rate(done->applied, done->apply_seconds);
    // If nothing was loaded, the rate of loading is not known. It is not below
    // the rate of applying.
    load_rate =
        done->loaded > 0 ? Rate(done->loaded, done->load_seconds) : apply_rate;
  }
  if (start.is_possible && load_rate > 0 && apply_rate > 0) {
    start.seconds = static_cast<double>(start.load) / load_rate +
                    static_cast<double>(start.apply) / apply_rate;
  }
  return start;
}

std::vector<model::MarkedPartition> PartitionsOf(const LogReport& report) {
  const Verification* done = report.verification;
  const bool is_known = done != nullptr && done->stopped.empty() &&
                        done->index.genesis() && done->index.rules();
  return is_known ? done->index.Capture().partitions : report.scan.partitions();
}

struct Texts {
  int64_t count = 0;
  int64_t offset = 0;  // their number before the entry at this offset
};
std::optional<Texts> TextsOf(const LogReport& report) {
  const Verification* done = report.verification;
  if (done != nullptr && done->stopped.empty()) {
    return Texts{done->index.size(), report.scan.bounds().end};
  }
  const SeenMark* newest = NewestValid(report.scan);
  if (newest == nullptr) return std::nullopt;
  return Texts{newest->texts, newest->place};
}

// ---------------------------------------------------------------------- text

std::string Head(const LogReport& report) {
  const LogScan& scan = report.scan;
  std::string text = fmt::format("fingerprint log  {}\n", report.topic);
  if (const auto& genesis = scan.genesis()) {
    text += fmt::format(
        "log id           {}\n"
        "group            {}\n"
        "outputs          {}\n",
        model::ToHex(genesis->log_id), genesis->group,
        fmt::join(genesis->outputs, ", "));
  } else {
    text += "log id           unknown: no genesis entry and no mark\n";
  }
  text += fmt::format(
      "offsets          {} to {} (not included)\n"
      "size             {} entries, {}\n"
      "time             {} to {}\n",
      scan.bounds().first, scan.bounds().end, scan.total().entries,
      BytesOf(scan.total().bytes), TimeOf(scan.first_time_ms()),
      TimeOf(scan.last_time_ms()));
  if (const auto& rules = scan.rules()) {
    text += fmt::format(
        "rules in force   dedup.window {} s, dedup.max_entries {}, version "
        "{}\n",
        rules->window_ms / 1000, rules->max_entries, rules->version);
  }
  return text;
}

std::string Kinds(const LogScan& scan) {
  std::string text =
      fmt::format("\n{:<12} {:>12} {:>12}\n", "entry", "entries", "size");
  for (size_t i = 0; i < model::kEntryKindCount; ++i) {
    const Size& size = scan.kinds()[i];
    if (size.entries == 0) continue;
    text += fmt::format("{:<12} {:>12} {:>12}\n", model::NameOfKind(i),
                        size.entries, BytesOf(size.bytes));
  }
  return text;
}

std::string Partitions(const LogReport& report) {
  const auto partitions = PartitionsOf(report);
  if (partitions.empty()) return "\nno claims\n";
  std::string text = fmt::format("\n{:<12} {:>16} {:>16}\n", "partition",
                                 "claimed by", "committed offset");
  for (const model::MarkedPartition& one : partitions) {
    text +=
        fmt::format("{:<12} {:>16} {:>16}\n", one.partition,
                    fmt::format("{:x}", one.assignment), one.committed_offset);
  }
  return text;
}

std::string Marks(const LogReport& report) {
  const LogScan& scan = report.scan;
  std::string text;
  if (scan.marks().empty()) {
    text = "\nno marks\n";
  } else {
    text =
        fmt::format("\n{:<12} {:>12} {:>10} {:>9} {:>9}  {:<20}  {:<32}  {}\n",
                    "mark place", "base", "texts", "parts", "size", "written",
                    "digest", "state");
  }
  for (size_t i = 0; i < scan.marks().size(); ++i) {
    const SeenMark& mark = scan.marks()[i];
    const auto if_complete = [&](int64_t number) {
      return IsComplete(mark) ? fmt::format("{}", number) : "-";
    };
    text += fmt::format(
        "{:<12} {:>12} {:>10} {:>9} {:>9}  {:<20}  {:<32}  {}", mark.place,
        if_complete(mark.base), if_complete(mark.texts),
        fmt::format("{}/{}", mark.parts, mark.count), BytesOf(mark.bytes),
        TimeOf(mark.time_ms), model::ToHex(mark.digest), Name(mark.state));
    if (report.verification != nullptr) {
      text += fmt::format(", {}", Name(report.verification->verdicts[i]));
    }
    text += "\n";
  }
  if (scan.ignored_parts() > 0) {
    text += fmt::format("{} ignored parts: they belong to no mark\n",
                        scan.ignored_parts());
  }
  for (const SeenObjection& one : scan.objections()) {
    text += fmt::format(
        "objection at offset {} ({}): the mark for place {} has another state; "
        "the writer has the digest {}\n",
        one.offset, TimeOf(one.time_ms), one.entry.place,
        model::ToHex(one.entry.digest));
  }
  for (const SeenReset& one : scan.resets()) {
    text += fmt::format(
        "reset at offset {} ({}): the fleet has forgotten the texts below "
        "offset {}\n",
        one.offset, TimeOf(one.time_ms), one.first_offset);
  }
  return text;
}

std::string StartText(const Start& start) {
  if (!start.is_possible) {
    return "not possible: the first entries of the log are missing, and it has "
           "no usable mark";
  }
  std::string text =
      start.place
          ? fmt::format(
                "loads {} entries and applies {}, from the mark for "
                "place {}",
                start.load, start.apply, *start.place)
          : fmt::format("applies {} entries, from offset 0 (no usable mark)",
                        start.apply);
  if (!start.seconds) return text;
  return text + fmt::format(
                    "; about {:.0f} s{}", *start.seconds,
                    start.is_measured
                        ? " (an estimate from the speed of this check)"
                        : " to read them (an estimate from the speed of this "
                          "command; a worker also compares texts, and --verify "
                          "measures this)");
}

std::string Summary(const LogReport& report) {
  const LogScan& scan = report.scan;
  std::string text = "\n";
  if (const SeenMark* newest = NewestValid(scan)) {
    const int64_t from = std::max(newest->base, scan.bounds().first);
    const Size below = scan.Below(from);
    text += fmt::format(
        "live range       {} (base of the newest valid mark) to {}: {}\n", from,
        scan.bounds().end,
        SizeOf({.entries = scan.bounds().end - from,
                .bytes = scan.total().bytes - below.bytes}));
  } else {
    text += "live range       the whole log: there is no valid mark\n";
  }
  if (const auto texts = TextsOf(report)) {
    text += fmt::format("window           {} texts at offset {}\n",
                        texts->count, texts->offset);
  } else {
    text += "window           unknown without a mark; see --verify\n";
  }
  const int64_t before = scan.TrimBefore();
  text +=
      before > scan.bounds().first
          ? fmt::format("a trim would free the entries below offset {}: {}\n",
                        before, SizeOf(scan.Below(before)))
          : "a trim would free nothing\n";
  return text + "a start          " + StartText(StartOf(report)) + "\n";
}

std::string VerificationText(const LogReport& report) {
  const Verification& done = *report.verification;
  std::string text =
      done.start ? fmt::format(
                       "verified from the mark for place {}, whose own digest "
                       "fits its texts",
                       report.scan.marks()[*done.start].place)
                 : std::string("verified from offset 0");
  if (!done.stopped.empty()) text = "not verified to the end: " + done.stopped;
  return fmt::format("\n{}\n{} marks right, {} wrong, {} not checkable\n", text,
                     done.Count(Verdict::kRight), done.Count(Verdict::kWrong),
                     done.Count(Verdict::kUnchecked));
}

// ---------------------------------------------------------------------- JSON

void WriteMarks(json::Writer& writer, const LogReport& report) {
  writer.Key("marks").BeginArray();
  for (size_t i = 0; i < report.scan.marks().size(); ++i) {
    const SeenMark& mark = report.scan.marks()[i];
    writer.BeginObject();
    writer.Key("place").Int(mark.place);
    if (IsComplete(mark)) {
      writer.Key("base").Int(mark.base);
      writer.Key("texts").Int(mark.texts);
    }
    writer.Key("parts").Int(mark.parts);
    writer.Key("count").Int(mark.count);
    writer.Key("bytes").Int(mark.bytes);
    writer.Key("time").String(TimeOf(mark.time_ms));
    writer.Key("digest").String(model::ToHex(mark.digest));
    writer.Key("state").String(Name(mark.state));
    if (report.verification != nullptr) {
      writer.Key("verdict").String(Name(report.verification->verdicts[i]));
    }
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("ignored_parts").Int(report.scan.ignored_parts());
  writer.Key("objections").BeginArray();
  for (const SeenObjection& one : report.scan.objections()) {
    writer.BeginObject();
    writer.Key("offset").Int(one.offset);
    writer.Key("time").String(TimeOf(one.time_ms));
    writer.Key("place").Int(one.entry.place);
    writer.Key("digest").String(model::ToHex(one.entry.digest));
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("resets").BeginArray();
  for (const SeenReset& one : report.scan.resets()) {
    writer.BeginObject();
    writer.Key("offset").Int(one.offset);
    writer.Key("time").String(TimeOf(one.time_ms));
    writer.Key("first_offset").Int(one.first_offset);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteHead(json::Writer& writer, const LogReport& report) {
  const LogScan& scan = report.scan;
  writer.Key("topic").String(report.topic);
  if (const auto& genesis = scan.genesis()) {
    writer.Key("log_id").String(model::ToHex(genesis->log_id));
    writer.Key("group").String(genesis->group);
    writer.Key("outputs").BeginArray();
    for (const std::string& output : genesis->outputs) writer.String(output);
    writer.EndArray();
  }
  writer.Key("first_offset").Int(scan.bounds().first);
  writer.Key("end_offset").Int(scan.bounds().end);
  writer.Key("entries").Int(scan.total().entries);
  writer.Key("bytes").Int(scan.total().bytes);
  writer.Key("first_time").String(TimeOf(scan.first_time_ms()));
  writer.Key("last_time").String(TimeOf(scan.last_time_ms()));
  writer.Key("kinds").BeginObject();
  for (size_t i = 0; i < model::kEntryKindCount; ++i) {
    const Size& size = scan.kinds()[i];
    writer.Key(model::NameOfKind(i)).BeginObject();
    writer.Key("entries").Int(size.entries);
    writer.Key("bytes").Int(size.bytes);
    writer.EndObject();
  }
  writer.EndObject();
  if (const auto& rules = scan.rules()) {
    writer.Key("rules").BeginObject();
    writer.Key("version").Int(rules->version);
    writer.Key("window_ms").Int(rules->window_ms);
    writer.Key("max_entries").Int(rules->max_entries);
    writer.EndObject();
  }
  writer.Key("partitions").BeginArray();
  for (const model::MarkedPartition& one : PartitionsOf(report)) {
    writer.BeginObject();
    writer.Key("partition").Int(one.partition);
    writer.Key("assignment").String(fmt::format("{:x}", one.assignment));
    writer.Key("committed_offset").Int(one.committed_offset);
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteSummary(json::Writer& writer, const LogReport& report) {
  const LogScan& scan = report.scan;
  if (const auto texts = TextsOf(report)) {
    writer.Key("texts").BeginObject();
    writer.Key("count").Int(texts->count);
    writer.Key("offset").Int(texts->offset);
    writer.EndObject();
  }
  const Size freed = scan.Below(scan.TrimBefore());
  writer.Key("trim").BeginObject();
  writer.Key("before").Int(scan.TrimBefore());
  writer.Key("entries").Int(freed.entries);
  writer.Key("about_bytes").Int(freed.bytes);
  writer.EndObject();
  const Start start = StartOf(report);
  writer.Key("start").BeginObject();
  writer.Key("possible").Bool(start.is_possible);
  if (start.place) writer.Key("place").Int(*start.place);
  writer.Key("load_entries").Int(start.load);
  writer.Key("apply_entries").Int(start.apply);
  if (start.seconds) {
    writer.Key("estimated_seconds")
        .Thousandths(static_cast<int64_t>(*start.seconds * 1000));
  }
  writer.EndObject();
}

}  // namespace

std::string TextOf(const LogReport& report) {
  if (report.scan.total().entries == 0) {
    return fmt::format(
        "fingerprint log  {}\n"
        "offsets          {} to {}: the log is empty\n",
        report.topic, report.scan.bounds().first, report.scan.bounds().end);
  }
  std::string text = Head(report) + Kinds(report.scan) + Partitions(report) +
                     Marks(report) + Summary(report);
  if (report.verification != nullptr) text += VerificationText(report);
  return text;
}

std::string JsonOf(const LogReport& report) {
  std::string text;
  json::Writer writer(text);
  writer.BeginObject();
  WriteHead(writer, report);
  WriteMarks(writer, report);
  WriteSummary(writer, report);
  if (const Verification* done = report.verification) {
    writer.Key("verification").BeginObject();
    writer.Key("right").Int(done->Count(Verdict::kRight));
    writer.Key("wrong").Int(done->Count(Verdict::kWrong));
    writer.Key("unchecked").Int(done->Count(Verdict::kUnchecked));
    if (!done->stopped.empty()) writer.Key("stopped").String(done->stopped);
    writer.EndObject();
  }
  writer.EndObject();
  return text + "\n";
}

}  // namespace newsmill::app
