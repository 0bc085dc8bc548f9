// Reads members of JSON documents. Accepts several types of values, and keys in
// upper or lower case, because many producers do not follow their format
// strictly.
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

/// Parses `text` as JSON. Returns the rejection `limit` if `text` exceeds a
/// limit of `options`. If `text` is invalid, the reason of the rejection is
/// `otherwise`.
std::expected<json::Tree, model::Rejection> ParseJson(std::string_view text,
                                                      const Options& options,
                                                      model::Reason otherwise);

/// Returns the trimmed text of a string or number, or "" for other values.
std::string TextOf(const json::Value& value);
std::string MemberText(const json::Value& object, std::string_view key);
/// Reads the members `keys` in this order. Returns the first text that is not
/// empty, or "" if there is none. Ignores the case of the keys.
std::string FirstMemberText(const json::Value& object,
                            std::initializer_list<std::string_view> keys);

/// Returns the names of persons in `value`: a name, an object with the key
/// `name`, or an array or object of these.
std::vector<std::string> NamesIn(const json::Value& value);

/// Returns the values of the member `key`. They are the elements if the member
/// is an array, its members' values if it is an object, and otherwise the
/// member's only value. Ignores the case of `key`.
std::vector<json::Value> MemberValues(const json::Value& object,
                                      std::string_view key);

}  // namespace newsmill::input
