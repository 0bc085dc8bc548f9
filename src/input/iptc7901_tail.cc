#include "iptc7901_tail.h"

#include <algorithm>
#include <array>

#include "iptc7901.h"
#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using Words = std::vector<std::string_view>;

/// Returns the first words of the line, which `separators` separate.
Words WordsOf(std::string_view line, std::string_view separators) {
  constexpr size_t kMaxWords = 20;
  return Split(line, separators, kMaxWords);
}

int NumberIn(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// Returns the year with four digits. Returns "" for a word that is no year.
std::string YearOf(std::string_view word) {
  if (!AreDigits(word) || (word.size() != 2 && word.size() != 4)) return "";
  if (word.size() == 4) return std::string(word);
  return (NumberIn(word) < 70 ? "20" : "19") + std::string(word);
}

std::string Clock(std::string_view digits) {
  if (NumberIn(digits.substr(0, 2)) > 23 || NumberIn(digits.substr(2)) > 59) {
    return "";
  }
  return std::string(digits.substr(0, 2)) + ":" + std::string(digits.substr(2));
}

/// Returns the date of a line such as "121137 GMT May 26", or "". Some agencies
/// write no zone, or a zone without a blank before it: "121137Z May 26".
std::string ClosingDate(std::string_view line) {
  Words words = WordsOf(line, " \t");
  if (words.size() < 3 || words.size() > 4 || words[0].size() < 6) return "";
  const std::string_view digits = words[0].substr(0, 6);
  std::string_view zone = words[0].substr(6);
  if (words.size() == 4) {
    if (!zone.empty()) return "";
    zone = words[1];
  }
  const std::string_view month = words[words.size() - 2];
  const std::string year = YearOf(words.back());
  const bool is_named = month.size() >= 3 && !IsAsciiDigit(month.front());
  if (!AreDigits(digits) || AreDigits(zone) || !is_named || year.empty()) {
    return "";
  }
  const std::string clock = Clock(digits.substr(2));
  if (clock.empty()) return "";
  std::string date = std::string(digits.substr(0, 2)) + " " +
                     std::string(Trim(month, ".,")) + " " + year + " " + clock;
  if (zone == "Z") zone = "UTC";
  return zone.empty() ? date : date + " " + std::string(zone);
}

/// Returns the date of a line of AP such as "AP-NY-05-12-26 1137GMT", or "".
std::string DateOfAp(std::string_view line) {
  const Words words = WordsOf(line, " -<\t");
  if (words.size() < 6 || words[0] != "AP" || words[1].size() > 3) return "";
  const std::string year = YearOf(words[4]);
  const std::string_view time = words[5];
  if (!AreDigits(words[2]) || !AreDigits(words[3]) || year.empty() ||
      time.size() < 4 || !AreDigits(time.substr(0, 4))) {
    return "";
  }
  const std::string clock = Clock(time.substr(0, 4));
  if (clock.empty()) return "";
  const std::string_view zone = time.size() > 4    ? time.substr(4)
                                : words.size() > 6 ? words[6]
                                                   : "";
  return year + "-" + std::string(words[2]) + "-" + std::string(words[3]) +
         " " + clock + " " + std::string(zone);
}

/// Returns true if the line has the initials of editors: "exa ano npr",
/// "abc/def", "dpa pre yyhe n1 deg".
bool IsSignOff(std::string_view line, std::string_view source) {
  constexpr size_t kMaxBytes = 50;
  constexpr size_t kMaxInitials = 4;
  const Words words = WordsOf(line, " \t/-()");
  if (line.size() > kMaxBytes || words.empty()) return false;
  const bool are_codes = std::ranges::all_of(words, [](std::string_view word) {
    return word.size() <= 8 && std::ranges::all_of(word, IsAsciiLetterOrDigit);
  });
  if (!are_codes) return false;
  // The source "exa-euro" is a service of the agency "exa".
  const std::string_view agency = source.substr(0, source.find('-'));
  if (EqualsIgnoringCase(words[0], agency)) return true;
  const bool are_initials = std::ranges::all_of(words, [](auto word) {
    return word.size() <= kMaxInitials && !AreDigits(word);
  });
  const bool is_lower =
      std::ranges::none_of(line, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool has_blank = TrimBlanks(line).contains(' ');
  return are_initials && words.size() > 1 && (is_lower || !has_blank);
}

/// The start of a note after which nothing is for publication.
constexpr auto kNotes = std::to_array<std::string_view>(
    {"# ", "## ", "* * * *", "the following information is not",
     "die folgenden informationen sind nicht",
     "les informations suivantes ne sont pas", "le seguenti informazioni non",
     "la siguiente informaci", "las siguientes informaciones no",
     "de volgende informatie is niet", "not for publication"});

/// The labels of contacts and of notes for editors, before a colon.
constexpr auto kContacts =
    std::to_array<std::string_view>({"contact",
                                     "contacts",
                                     "contatti",
                                     "contatto",
                                     "contacto",
                                     "kontakt",
                                     "kontakte",
                                     "press contact",
                                     "media contact",
                                     "pressekontakt",
                                     "ansprechpartner",
                                     "editorial contacts",
                                     "dpa-kontakte",
                                     "reporting by",
                                     "reporting",
                                     "editing by",
                                     "editing",
                                     "writing by",
                                     "redaktion",
                                     "autor",
                                     "autorin",
                                     "autoren",
                                     "autor/in",
                                     "author",
                                     "authors",
                                     "tel",
                                     "tel.",
                                     "telefon",
                                     "telephone",
                                     "phone",
                                     "e-mail",
                                     "email",
                                     "mail",
                                     "internet",
                                     "web",
                                     "website",
                                     "note to editors",
                                     "notes to editors",
                                     "editors' note",
                                     "editor's note",
                                     "eds",
                                     "attention editors",
                                     "redaktionelle hinweise",
                                     "hinweis an die redaktion",
                                     "redaktioneller hinweis",
                                     "notebook",
                                     "notizblock",
                                     "orte",
                                     "rédaction",
                                     "redacción",
                                     "redazione",
                                     "informations"});

bool StartsNote(std::string_view line) {
  return std::ranges::any_of(kNotes, [&](std::string_view note) {
    return StartsWithIgnoringCase(line, note);
  });
}

/// Returns true if the line is a contact or its label.
bool IsContact(std::string_view line) {
  constexpr size_t kMaxBytes = 200;
  line = Trim(line, " \t-*#(");
  const std::string label = LowerAscii(
      TrimBlanks(line.substr(0, std::min(line.find(':'), line.size()))));
  if (std::ranges::find(kContacts, label) != kContacts.end()) return true;
  const size_t at = line.find('@');
  return at != line.npos && at > 0 && at + 1 < line.size() &&
         line.size() <= kMaxBytes && !line.ends_with('.') &&
         IsAsciiLetterOrDigit(line[at - 1]) &&
         IsAsciiLetterOrDigit(line[at + 1]);
}

bool IsSeparator(std::string_view line) {
  return line.find_first_not_of(" *_-=~") == line.npos;
}

/// Returns the line at which the last block of lines begins. An empty line
/// separates blocks. REQUIRES: the last line is not empty.
size_t LastBlock(const Lines& lines) {
  size_t at = lines.size() - 1;
  while (at > 0 && !lines[at - 1].empty()) --at;
  return at;
}

/// Removes the lines from the first note on, but never the first block.
void CutNotes(Lines& lines) {
  auto at = std::ranges::find_if_not(lines, &std::string::empty);
  at = std::find(at, lines.end(), "");
  lines.erase(std::find_if(at, lines.end(),
                           [](const std::string& line) {
                             return StartsNote(TrimBlanks(line));
                           }),
              lines.end());
}

void DropBlankEnd(Lines& lines) {
  while (!lines.empty() && IsSeparator(lines.back())) lines.pop_back();
}

/// Removes the closing line if it is among the last lines, with the lines after
/// it. Returns its date, or "".
std::string TakeDate(Lines& lines) {
  constexpr size_t kLast = 6;
  const size_t end = lines.size() - std::min(lines.size(), kLast);
  for (size_t i = lines.size(); i > end; --i) {
    std::string date = DateIn(std::span(lines).subspan(i - 1, 1));
    if (date.empty()) continue;
    lines.resize(i - 1);
    return date;
  }
  return "";
}

/// Returns true if the last line is a sign-off. A line that continues a
/// sentence is no sign-off.
bool EndsWithSignOff(const Lines& lines, std::string_view source) {
  if (lines.size() < 2 || !IsSignOff(lines.back(), source)) return false;
  const std::string& before = lines[lines.size() - 2];
  return before.empty() || IndentOf(lines.back()) >= 2 ||
         !(IsAsciiLetterOrDigit(before.back()) || before.back() == ',');
}

}  // namespace

std::string AgencyInDateline(std::string_view text) {
  constexpr size_t kMaxPlace = 60;
  constexpr size_t kMaxName = 12;
  const size_t open = text.substr(0, kMaxPlace).find('(');
  if (open == text.npos || open < 2) return "";
  const size_t close = text.find(')', open);
  if (close == text.npos || close - open > kMaxName + 1) return "";
  const std::string_view name = text.substr(open + 1, close - open - 1);
  const std::string_view after = text.substr(close + 1);
  const bool dash = std::ranges::any_of(
      std::to_array<std::string_view>(
          {" - ", " -- ", " _ ", " — ", " – ", "-", " -", ": "}),
      [&](std::string_view mark) { return after.starts_with(mark); });
  const bool is_name = std::ranges::all_of(
      name, [](char c) { return IsAsciiLetter(c) || c == '-'; });
  return dash && is_name && name.size() > 1 ? std::string(name) : "";
}

std::string DateIn(std::span<const std::string> lines) {
  for (const std::string& line : lines) {
    if (std::string date = ClosingDate(line); !date.empty()) return date;
    if (std::string date = DateOfAp(TrimBlanks(line)); !date.empty()) {
      return date;
    }
  }
  return "";
}

std::string TakeTail(std::string_view source, Lines& lines) {
  std::string date = TakeDate(lines);
  DropBlankEnd(lines);
  if (EndsWithSignOff(lines, source)) lines.pop_back();
  CutNotes(lines);
  for (DropBlankEnd(lines); !lines.empty(); DropBlankEnd(lines)) {
    const size_t block = LastBlock(lines);
    if (block == 0 || !IsContact(lines[block])) break;
    lines.resize(block);
  }
  return date;
}

}  // namespace newsmill::input
