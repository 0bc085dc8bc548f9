#include "json_text.h"

#include "control_characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using json::Type;
using json::Value;
using model::Reason;
using model::Rejection;

std::string_view OptionOf(json::Breach breach) {
  return breach == json::Breach::kDepth ? " (input.max_json_depth)"
                                        : " (input.max_json_values)";
}

void AddNames(const Value& value, std::vector<std::string>& names) {
  const auto name = value.Find("name");
  if (value.IsString() || (name && name->IsString())) {
    std::string text = TextOf(name ? *name : value);
    if (!text.empty()) names.push_back(std::move(text));
    return;
  }
  for (auto part = value.first(); part; part = part->next()) {
    // A string in an object is no name: the object may contain only a URL.
    if (!value.IsObject() || !part->IsString()) AddNames(*part, names);
  }
}

}  // namespace

std::expected<json::Tree, Rejection> ParseJson(std::string_view text,
                                               const Options& options,
                                               Reason otherwise) {
  auto tree = json::Tree::Parse(text, {.max_depth = options.max_json_depth,
                                       .max_nodes = options.max_json_values});
  if (tree) return *std::move(tree);
  const json::Error& error = tree.error();
  Rejection rejection{otherwise, error.Sentence(), ""};
  if (error.breach != json::Breach::kNone) {
    rejection.reason = Reason::kLimit;
    rejection.detail += OptionOf(error.breach);
  }
  return std::unexpected(std::move(rejection));
}

std::string TextOf(const Value& value) {
  std::string text;
  if (value.IsString()) text = TrimBlanks(value.string());
  if (value.type() == Type::kNumber) text = value.number();
  return WithoutControlCharacters(std::move(text));
}

std::string MemberText(const Value& object, std::string_view key) {
  const auto member = object.Find(key);
  return member ? TextOf(*member) : "";
}

std::string FirstMemberText(const Value& object,
                            std::initializer_list<std::string_view> keys) {
  if (!object.IsObject()) return "";
  for (const std::string_view key : keys) {
    for (auto member = object.first(); member; member = member->next()) {
      if (!EqualsIgnoringCase(member->key(), key)) continue;
      std::string text = TextOf(*member);
      if (!text.empty()) return text;
    }
  }
  return "";
}

std::vector<std::string> NamesIn(const Value& value) {
  std::vector<std::string> names;
  AddNames(value, names);
  return names;
}

std::vector<Value> MemberValues(const Value& object, std::string_view key) {
  std::vector<Value> values;
  if (!object.IsObject()) return values;
  for (auto member = object.first(); member; member = member->next()) {
    if (!EqualsIgnoringCase(member->key(), key)) continue;
    const bool holds =
        member->type() == Type::kArray || member->type() == Type::kObject;
    if (!holds) values.push_back(*member);
    for (auto value = member->first(); value; value = value->next()) {
      values.push_back(*value);
    }
  }
  return values;
}

}  // namespace newsmill::input
