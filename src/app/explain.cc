#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "commands.h"
#include "console.h"
#include "fmt/format.h"
#include "newsmill/base/one_line.h"
#include "newsmill/base/utf8.h"
#include "newsmill/extract/extract.h"
#include "newsmill/files/file_source.h"
#include "newsmill/files/input_places.h"
#include "newsmill/input/decode.h"

namespace newsmill::app {
namespace {

constexpr size_t kMaxShown = 160;
constexpr std::chrono::milliseconds kPoll{50};

struct ExplainOptions {
  std::string file;
  std::string config;
};

/// Returns the text. If the text is long, returns only its start.
std::string Shown(std::string_view text) {
  if (text.size() <= kMaxShown) return std::string(text);
  return std::string(TruncateUtf8(text, kMaxShown)) + " …";
}

std::string Of(const model::Publisher& source) {
  std::string text = source.name;
  for (const std::string& part : {source.domain, source.country}) {
    if (part.empty()) continue;
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

std::string Of(const std::vector<model::Image>& images) {
  std::vector<std::string> urls;
  urls.reserve(images.size());
  for (const model::Image& image : images) urls.push_back(image.url);
  return extract::Joined(urls);
}

std::vector<std::pair<extract::Field, std::string>> FieldsOf(
    const model::Article& article) {
  using enum extract::Field;
  return {
      {kTitle, article.title},
      {kSubtitle, article.subtitle},
      {kSummary, article.summary},
      {kAuthors, extract::Joined(article.authors)},
      {kPublishedAt, article.published_at},
      {kModifiedAt, article.modified_at},
      {kSection, article.section},
      {kTags, extract::Joined(article.tags)},
      {kLanguage, article.language},
      {kAccessStated, article.access.stated},
      {kAccessJudged, article.access.judged},
      {kCanonicalUrl, article.canonical_url},
      {kSource, Of(article.source)},
      {kCredit, article.credit},
      {kImages, Of(article.images)},
      {kParagraphs,
       fmt::format(
           "{} by {}, confidence {:.2f}{}", article.paragraphs.size(),
           article.extraction.method, article.extraction.confidence,
           article.extraction.completeness == model::Completeness::kFull
               ? ""
               : fmt::format(", {}",
                             model::Name(article.extraction.completeness)))}};
}

std::string Shown(const extract::Candidate& candidate) {
  return fmt::format(
      "{} {}\n      {}: {}\n", candidate.taken ? '*' : '-',
      Shown(candidate.value), candidate.origin,
      candidate.verdict.empty() ? "not decided" : candidate.verdict);
}

std::string Explained(const model::Article& article,
                      const extract::Evidence& evidence) {
  std::string text;
  for (const auto& [field, value] : FieldsOf(article)) {
    text += fmt::format("{:<14} {}\n", Name(field),
                        value.empty() ? "(not found)" : Shown(value));
    for (const extract::Candidate& each : evidence[field]) {
      text += "  " + Shown(each);
    }
  }
  return text;
}

std::string Refused(const model::Rejection& rejection) {
  return fmt::format("no article: {}: {}\n", model::Name(rejection.reason),
                     rejection.detail);
}

std::string_view WhyIgnored(model::IgnoredCause cause) {
  switch (cause) {
    case model::IgnoredCause::kUnknownKey:
      return "an envelope has no such key";
    case model::IgnoredCause::kBadUrl:
      return "not an http or https URL: ";
    case model::IgnoredCause::kBadFetchedAt:
      return "not an RFC 3339 time: ";
    case model::IgnoredCause::kWrongType:
      break;
  }
  return "of a wrong type: ";
}

std::string TextOf(const model::IgnoredFields& ignored) {
  std::string text;
  for (const model::IgnoredFields::Field& field : ignored.named) {
    text += OneLine(fmt::format("{:<14} {}: {}{}", "ignored", field.name,
                                WhyIgnored(field.cause), field.value));
    text += '\n';
  }
  return text;
}

std::string ExplainItem(const input::Item& item,
                        const extract::Options& options) {
  if (!item) return Refused(item.error());
  const auto [article, evidence] = extract::Explain(*item, options);
  std::string text =
      fmt::format("{:<14} {}\n", "kind", model::Name(item->kind));
  if (!item->url.empty()) {
    text += fmt::format("{:<14} {}\n", "url", Shown(item->url));
  }
  if (article) return text + Explained(*article, evidence);
  text += Refused(article.error());
  for (size_t i = 0; i < extract::kFieldCount; ++i) {
    const auto field = static_cast<extract::Field>(i);
    for (const extract::Candidate& each : evidence[field]) {
      text += fmt::format("  {}: {}", Name(field), Shown(each));
    }
  }
  return text;
}

int Explain(const ExplainOptions& options) {
  const auto config = options.config.empty() ? DefaultsOrComplain()
                                             : LoadOrComplain(options.config);
  if (!config) return kBadUsage;
  files::InputPlaces places;
  bool unreadable = false;
  files::FileSource source({options.file}, config->input.max_message_bytes,
                           places, [&unreadable](const std::string& what) {
                             unreadable = true;
                             Complain(what);
                           });
  source.Start({});
  bool first = true;
  while (true) {
    const pipeline::SourceEvent event = source.Poll(true, kPoll);
    if (std::holds_alternative<pipeline::Exhausted>(event)) break;
    const auto* message = std::get_if<model::RawMessage>(&event);
    if (message == nullptr) continue;
    model::IgnoredFields ignored;
    for (const input::Item& item :
         input::Decode(*message, config->input, &ignored)) {
      const std::string text = TextOf(std::exchange(ignored, {})) +
                               ExplainItem(item, config->extract);
      if (!Say(first ? text : "\n" + text)) return kFailed;
      first = false;
    }
  }
  return unreadable ? kFailed : kDone;
}

}  // namespace

void AddExplain(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "explain", "Shows where each field of a document's record comes from");
  auto options = std::make_shared<ExplainOptions>();
  command
      ->add_option("FILE", options->file,
                   "A document of any kind, or envelopes (.ndjson); - is "
                   "standard input")
      ->required();
  command
      ->add_option("-c,--config", options->config,
                   "Configuration file (YAML); only input and extract are used")
      ->type_name("FILE");
  command->footer(
      "Example:\n"
      "  newsmill explain page.html\n"
      "\n"
      "  title          Night school for beekeepers is full\n"
      "    * Night school for beekeepers is full\n"
      "        heading in the text: most sources agree\n"
      "    - Night school for beekeepers is full | The Example\n"
      "        title element: agrees with the chosen title\n"
      "\n"
      "Each field is followed by its candidates. A candidate is a value that\n"
      "was found for the field. * marks the chosen candidate. The line below a "
      "candidate says\n"
      "where it was found, and why it was chosen or not chosen. A line that\n"
      "begins with \"ignored\" names an input field that was not used, such "
      "as\n"
      "an unknown key of an envelope.\n"
      "\n"
      "Exit codes: 0 done, even if the document is not an article; 1 the file "
      "could\n"
      "not be read; 2 wrong usage or configuration.");
  command->callback(
      [&chosen, options] { chosen = [options] { return Explain(*options); }; });
}

}  // namespace newsmill::app
