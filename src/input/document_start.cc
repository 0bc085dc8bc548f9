#include "document_start.h"

#include <array>
#include <string>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

// Only this many bytes may be before the document.
constexpr size_t kMaxBytesBefore = 16384;

bool IsFeedOrWire(std::string_view text) {
  const Form form = FormOf({}, text);
  return form == Form::kFeed || form == Form::kWire || form == Form::kNewsml1;
}

bool IsHtmlOrUnknown(const MediaType& type) {
  return IsUnspecific(type) || type.essence == "text/html" ||
         type.essence == "application/xhtml+xml";
}

/// Returns true if the text before a document may be the output of a server.
/// Elements that contain whole pages or code show that the document is an
/// example.
bool MayComeBefore(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kOther = {
      "<!doctype", "<html", "<body", "<pre", "<code", "<textarea", "<xmp"};
  for (size_t at = text.find('<'); at != text.npos;
       at = text.find('<', at + 1)) {
    for (const std::string_view other : kOther) {
      if (StartsWithIgnoringCase(text.substr(at), other)) return false;
    }
  }
  return true;
}

/// Returns true if nothing but comments is after the last end tag, and the last
/// end tag is the one of a feed or wire document.
bool EndsWithRoot(std::string_view text) {
  const size_t end_tag = text.rfind("</");
  if (end_tag == text.npos) return false;
  const size_t end = text.find('>', end_tag);
  if (end == text.npos) return false;
  const std::string root =
      "<" + std::string(text.substr(end_tag + 2, end - end_tag - 2)) + ">";
  const std::string_view rest = TrimBlanks(text.substr(end + 1));
  return IsFeedOrWire(root) && (rest.empty() || rest.starts_with("<!--"));
}

}  // namespace

size_t DocumentStart(const MediaType& type, std::string_view text) {
  const bool is_xml = type.essence.ends_with("xml") && !IsHtmlOrUnknown(type);
  if (!is_xml && !IsHtmlOrUnknown(type)) return 0;
  const std::string_view head = text.substr(0, kMaxBytesBefore);
  const std::string_view start = is_xml ? "<" : "<?xml ";
  size_t at = head.find(start);
  // Most pages have no XML declaration and end here.
  if (at == head.npos || IsFeedOrWire(text)) return 0;
  while (at != head.npos && !IsFeedOrWire(text.substr(at))) {
    at = head.find(start, at + 1);
  }
  if (at == head.npos || !MayComeBefore(head.substr(0, at))) return 0;
  return is_xml || EndsWithRoot(text) ? at : 0;
}

}  // namespace newsmill::input
