// Reads JSON documents from producers that do not follow their format strictly.
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

/// Returns the tree of `text`. Returns `limit` if it exceeds a limit of
/// `options`, and a rejection with the reason `otherwise` if it is invalid.
std::expected<json::Tree, model::Rejection> ParseJson(std::string_view text,
                                                      const Options& options,
                                                      model::Reason otherwise);

/// Returns the trimmed text of a string or number, or "" for other values.
std::string TextOf(const json::Value& value);
std::string MemberText(const json::Value& object, std::string_view key);
/// Returns the text of the first member in `keys` that has a text, or "".
/// Ignores case.
std::string FirstMemberText(const json::Value& object,
                            std::initializer_list<std::string_view> keys);

/// Returns the elements of an array, the values of an object, or a single
/// value. Ignores the case of `key`.
std::vector<json::Value> MemberValues(const json::Value& object,
                                      std::string_view key);

}  // namespace newsmill::input
