// Options of the log: the least severe level, and the format of a line.
#pragma once

namespace newsmill::logging {

enum class Level { kDebug, kInfo, kWarn, kError };
enum class Format { kJson, kText };

struct Options {
  Level level = Level::kInfo;  // the least severe level that is written
  Format format = Format::kJson;
};

}  // namespace newsmill::logging
