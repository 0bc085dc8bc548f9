// Checks single values of the configuration.
#pragma once

#include <string_view>

#include "newsmill/config/units.h"

namespace newsmill::config {

Parsed<void> CheckBrokers(std::string_view text);
Parsed<void> CheckGroup(std::string_view text);
Parsed<void> CheckInstanceId(std::string_view text);
Parsed<void> CheckTopicName(std::string_view text);
Parsed<void> CheckFormat(std::string_view text);
Parsed<void> CheckListen(std::string_view text);

}  // namespace newsmill::config
