// The file that a fleet's monitoring reads.
#include "app/metrics.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "base/log.h"
#include "i18n/date_time.h"

namespace kiosk::app {
namespace {

std::int64_t at(const char* time) { return i18n::parse_iso_time(time).value(); }

TEST(Metrics, TheyTellContentUpdateAndErrorsInTheExpositionFormat) {
  MetricsFacts facts;
  facts.site = "väst\"er\\ås";
  facts.version = "2026-03-01";
  facts.device.version = "7";
  facts.device.built = "2026-03-01";
  facts.device.valid_until = "2026-05-01";
  facts.device.last_try = "2026-03-02T08:00:00+01:00";
  facts.device.last_outcome = "refused";
  facts.started_ms = at("2026-03-02T08:00:00+01:00");
  facts.errors = 3;
  const std::string text = metrics_text(facts, at("2026-03-02T09:00:00+01:00"));
  for (const char* line :
       {"# TYPE kiosk_content_info gauge\n", "kiosk_content_info{site=\"väst\\\"er\\\\ås\",version=\"2026-03-01\"} 1\n",
        "\nkiosk_content_sequence 7\n", "\nkiosk_content_built_timestamp_seconds 1772319600\n",
        "\nkiosk_content_expired 0\n", "\nkiosk_update_last_timestamp_seconds 1772434800\n",
        "\nkiosk_update_last_outcome{outcome=\"refused\"} 1\n", "\nkiosk_update_last_outcome{outcome=\"done\"} 0\n",
        "\nkiosk_uptime_seconds 3600\n", "# TYPE kiosk_errors_total counter\nkiosk_errors_total 3\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << "in\n" << text;
  for (const char* word : {"search", "language=", "page="}) EXPECT_EQ(text.find(word), std::string::npos) << word;
}

TEST(Metrics, WhatIsNotKnownIsLeftOut) {
  const std::string text = metrics_text({}, 1000);
  for (const char* name : {"sequence", "built", "valid_until", "update_last"})
    EXPECT_EQ(text.find(name), std::string::npos) << name;
}

TEST(Metrics, TheFileIsWrittenOnceAMinuteAndCountsErrors) {
  const std::string path = testing::TempDir() + "kiosk-metrics-" + std::to_string(::getpid()) + ".prom";
  const std::int64_t start = at("2026-03-02T08:00:00+01:00");
  MetricsFile file(path, start);
  EXPECT_TRUE(file.is_due(start));
  const std::int64_t before = errors_logged();
  log_error("a planted error");
  file.write({}, start);
  EXPECT_NE(read_file(path)->find("kiosk_errors_total " + std::to_string(before + 1) + "\n"), std::string::npos);
  EXPECT_FALSE(file.is_due(start + 59'000));
  EXPECT_TRUE(file.is_due(start + 60'000));
  EXPECT_TRUE(file.is_due(start - 3600'000)) << "the clock was set back";
  EXPECT_FALSE(MetricsFile("", start).is_due(start));
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace kiosk::app
