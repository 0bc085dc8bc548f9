// What the log writes, and in which form.
#pragma once

namespace newsmill::logging {

enum class Level { kDebug, kInfo, kWarn, kError };
enum class Format { kJson, kText };

struct Options {
  Level level = Level::kInfo;  // the least important that is written
  Format format = Format::kJson;
};

}  // namespace newsmill::logging
