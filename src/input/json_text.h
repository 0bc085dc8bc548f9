// JSON documents as producers write them: loosely.
#pragma once

#include <expected>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "newsmill/input/options.h"
#include "newsmill/json/reader.h"
#include "newsmill/model/dead_letter.h"

namespace newsmill::input {

/// Refused: `limit` for a breach of the options, `otherwise` for what is wrong
/// in any other way.
std::expected<json::Tree, model::Rejection> ParseJson(std::string_view text,
                                                      const Options& options,
                                                      model::Reason otherwise);

/// Of a string or number, trimmed; "" for anything else.
std::string TextOf(const json::Value& value);
std::string MemberText(const json::Value& object, std::string_view key);
/// Of the first key that has a text, in any case.
std::string FirstMemberText(const json::Value& object,
                            std::initializer_list<std::string_view> keys);

/// The elements of an array, the values of an object, or the one value that
/// stands where an array is usual. `key` in any case.
std::vector<json::Value> MemberValues(const json::Value& object,
                                      std::string_view key);

}  // namespace newsmill::input
