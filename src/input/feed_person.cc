#include "feed_person.h"

#include <algorithm>
#include <array>
#include <utility>

#include "feed_text.h"
#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using Part = PersonCapture::Part;

struct Row {
  std::string_view local;  // in lower case, without "-" and "_"
  Part part = Part::kIgnored;
};
constexpr auto kRows = std::to_array<Row>({
    {"name", Part::kName},       {"displayname", Part::kName},
    {"fullname", Part::kName},   {"realname", Part::kName},
    {"authorname", Part::kName}, {"byline", Part::kName},
    {"firstname", Part::kGiven}, {"first", Part::kGiven},
    {"givenname", Part::kGiven}, {"given", Part::kGiven},
    {"forename", Part::kGiven},  {"middlename", Part::kGiven},
    {"middle", Part::kGiven},    {"lastname", Part::kFamily},
    {"last", Part::kFamily},     {"familyname", Part::kFamily},
    {"family", Part::kFamily},   {"surname", Part::kFamily},
    {"email", Part::kEmail},     {"mail", Part::kEmail},
    {"mbox", Part::kEmail},      {"person", Part::kPerson},
    {"agent", Part::kPerson},    {"author", Part::kPerson},
    {"creator", Part::kPerson},  {"item", Part::kPerson},
    {"li", Part::kPerson},       {"p", Part::kPerson},
    {"div", Part::kPerson},      {"br", Part::kPerson},
    {"a", Part::kText},          {"abbr", Part::kText},
    {"address", Part::kText},    {"alt", Part::kText},
    {"b", Part::kText},          {"bag", Part::kText},
    {"cite", Part::kText},       {"description", Part::kText},
    {"em", Part::kText},         {"font", Part::kText},
    {"i", Part::kText},          {"ol", Part::kText},
    {"seq", Part::kText},        {"small", Part::kText},
    {"span", Part::kText},       {"strong", Part::kText},
    {"u", Part::kText},          {"ul", Part::kText},
});

Part PartOf(std::string_view local) {
  std::string lower = LowerAscii(local);
  std::erase_if(lower, [](char c) { return c == '-' || c == '_'; });
  const auto* row = std::ranges::find(kRows, lower, &Row::local);
  return row == kRows.end() ? Part::kIgnored : row->part;
}

/// Returns whether an element with that part contains text of a person, and no
/// parts of a name.
bool IsLeaf(Part part) {
  return part == Part::kGiven || part == Part::kFamily ||
         part == Part::kEmail || part == Part::kIgnored;
}

}  // namespace

void PersonCapture::Start(std::string_view local) {
  const Part around = Current();
  Part part = IsLeaf(around) ? around : PartOf(local);
  if (around == Part::kName && part != Part::kGiven && part != Part::kFamily) {
    part = Part::kName;
  } else if (part == Part::kPerson ||
             (part == Part::kName && !person_.name.empty())) {
    FinishPerson();
  }
  Text(" ");
  open_.push_back(part);
  Text(" ");
}

void PersonCapture::End() {
  Text(" ");
  const Part part = Current();
  open_.pop_back();
  if (part == Part::kPerson) FinishPerson();
}

std::string* PersonCapture::Target() {
  switch (Current()) {
    case Part::kText:
    case Part::kPerson:
      return &person_.text;
    case Part::kName:
      return &person_.name;
    case Part::kGiven:
      return &person_.given;
    case Part::kFamily:
      return &person_.family;
    case Part::kEmail:
      return &person_.email;
    case Part::kIgnored:
      break;
  }
  return nullptr;
}

void PersonCapture::Text(std::string_view text) {
  if (std::string* target = Target()) *target += text;
}

void PersonCapture::FinishPerson() {
  const Person person = std::exchange(person_, {});
  std::string name = LineOf(person.name);
  if (name.empty()) name = LineOf(person.given + " " + person.family);
  std::string text = LineOf(person.text);
  std::string email = LineOf(person.email);
  if (!name.empty()) {
    named_.push_back(std::move(name));
  } else if (!text.empty()) {
    texts_.push_back(std::move(text));
  } else if (!email.empty()) {
    emails_.push_back(std::move(email));
  }
}

std::vector<std::string> PersonCapture::TakeNames() {
  FinishPerson();
  for (auto* names : {&named_, &texts_, &emails_}) {
    if (!names->empty()) return std::move(*names);
  }
  return {};
}

}  // namespace newsmill::input
